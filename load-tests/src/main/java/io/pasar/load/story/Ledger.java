package io.pasar.load.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/// What the audience was told, kept aside to compare with what the server says at the end. Safe for any number
/// of threads.
final class Ledger {

    private static final int TOLD_MAX = 20;

    private final StoryLoad load;
    private final Set<String> granted = ConcurrentHashMap.newKeySet();
    private final Set<String> paid = ConcurrentHashMap.newKeySet();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicLong newest = new AtomicLong();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();

    /// @param load what is played: how many come, and how many units are offered
    Ledger(StoryLoad load) {
        this.load = load;
    }

    /// A buyer was granted a unit.
    void granted(String reservation) {
        require(granted.add(reservation), "two grants with one id");
    }

    /// A buyer paid and saw what became of the order. A payment that came after the hold had ended and found no
    /// unit left is given back: that order is neither paid nor a violation, but counted.
    void settled(String order, String state) {
        switch (state) {
            case "paid" -> require(paid.add(order), "two paid orders with one id");
            case "cancelled", "refunded" -> late.incrementAndGet();
            default -> violations.add("a paid order is " + state);
        }
    }

    /// What must hold at any moment.
    ///
    /// @return whether it does
    boolean addsUp(JsonNode sale) {
        int available = sale.path("available").asInt(-1);
        int held = sale.path("held").asInt(-1);
        int sold = sale.path("sold").asInt(-1);
        boolean isWhole = sale.path("total").asInt(-1) == load.units() && available + held + sold == load.units();
        return require(isWhole && available >= 0 && held >= 0 && sold >= 0, "the sale does not add up: " + sale);
    }

    /// Somebody was told of a kept event, or that what they said became one.
    void told(long seq) {
        newest.accumulateAndGet(seq, Math::max);
    }

    /// The newest kept event anybody was told of: everybody else must hear of it soon.
    long newest() {
        return newest.get();
    }

    /// A viewer has left.
    ///
    /// @param known the newest kept event when the viewer decided to leave
    void left(Heard heard, long known) {
        require(heard.missed() == 0, "a viewer missed " + heard.missed() + " kept events");
        require(heard.doubled() == 0, "a viewer heard " + heard.doubled() + " kept events twice");
        require(heard.seq() >= known, "a viewer heard events up to " + heard.seq() + " of " + known);
        require(heard.sale() != null, "a viewer never heard of the sale");
        left.incrementAndGet();
    }

    /// A viewer who stayed to the end has left.
    void leftAtTheEnd(Heard heard, long known) {
        require(heard.ended(), "a viewer never heard that the show is over");
        left(heard, known);
    }

    /// Whether nobody is left to tell what they heard.
    boolean isEverybodyGone() {
        return left.get() >= load.viewers();
    }

    boolean require(boolean holds, String violation) {
        if (!holds) {
            violations.add(violation);
        }
        return holds;
    }

    int grants() {
        return granted.size();
    }

    int payments() {
        return paid.size();
    }

    /// Payments that came too late.
    int late() {
        return late.get();
    }

    /// The verdict, when everybody has left and every hold has ended.
    ///
    /// @return every violation seen; empty if all promises held
    List<String> verdict(JsonNode sale) {
        addsUp(sale);
        require(sale.path("held").asInt(-1) == 0, "units are still held: " + sale);
        int sold = sale.path("sold").asInt(-1);
        require(sold == paid.size(), paid.size() + " orders were paid, " + sold + " units are sold");
        require(sold <= load.units(), "oversold: " + sold + " of " + load.units());
        require(!paid.isEmpty(), "nobody bought anything");
        require(
                !load.mustSellOut() || paid.size() == load.units(),
                "there was somebody for every unit, but only " + paid.size() + " of " + load.units() + " were bought");
        require(left.get() == load.viewers(), left + " of " + load.viewers() + " viewers told what they heard");
        require(granted.size() >= paid.size(), "more orders were paid than units granted");
        List<String> found = new ArrayList<>(violations);
        return found.size() > TOLD_MAX ? found.subList(0, TOLD_MAX) : found;
    }
}
