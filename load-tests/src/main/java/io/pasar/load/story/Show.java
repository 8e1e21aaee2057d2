package io.pasar.load.story;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What everybody in one run shares: the room once it is live, who is there, and what was told.
final class Show {

    private final StoryLoad load;
    private final Ledger ledger;
    private final Delays delays = new Delays();
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile long over = Long.MAX_VALUE;
    private volatile @Nullable String room;
    private volatile @Nullable String sku;
    private volatile @Nullable String sale;
    private volatile @Nullable String host;

    Show(StoryLoad load) {
        this.load = load;
        this.ledger = new Ledger(load);
    }

    StoryLoad load() {
        return load;
    }

    Ledger ledger() {
        return ledger;
    }

    Delays delays() {
        return delays;
    }

    void live(String liveRoom, String skuOnStage, String hostToken) {
        room = liveRoom;
        sku = skuOnStage;
        host = hostToken;
    }

    void opened(String openedSale) {
        sale = openedSale;
    }

    void joined() {
        present.incrementAndGet();
    }

    /// A member has bought or given up.
    void done() {
        done.incrementAndGet();
    }

    /// The host has ended it.
    void end() {
        over = System.currentTimeMillis();
    }

    /// Whether it ended so long ago that whoever has not heard of it never will.
    boolean isOverFor(Duration time) {
        return System.currentTimeMillis() - time.toMillis() >= over;
    }

    boolean isFull() {
        return present.get() >= load.viewers();
    }

    boolean isShopped() {
        return done.get() >= load.members();
    }

    String room() {
        return Objects.requireNonNull(room, "the host has no room yet");
    }

    String sku() {
        return Objects.requireNonNull(sku, "the host has no product yet");
    }

    String sale() {
        return Objects.requireNonNull(sale, "the host has opened no sale");
    }

    String host() {
        return Objects.requireNonNull(host, "the host has not signed in");
    }
}
