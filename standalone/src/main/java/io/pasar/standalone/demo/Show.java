package io.pasar.standalone.demo;

import static io.pasar.standalone.demo.ContractClient.body;

import io.pasar.standalone.demo.Cast.Creator;
import io.pasar.standalone.demo.Cast.Goods;
import io.pasar.standalone.demo.ContractClient.Call;
import io.pasar.standalone.demo.Programme.LiveRoom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The live room: one thing after another comes on stage and is sold; people talk and buy.
final class Show {

    private static final int STOCK = 24;
    private static final int PER_MEMBER = 6;
    private static final Duration SALE_MAX = Duration.ofMinutes(7);
    private static final List<String> FEELINGS = List.of("love", "like", "fire", "clap", "wow");
    private static final int CLAPS_MAX = 5;

    private final Programme programme;
    private final People people;
    private final Notebook notebook;
    private final Seats seats;
    private final Shopping shopping;
    private final Talk talk;
    private final Clock clock;
    private final RandomGenerator random;
    private @Nullable LiveRoom room;
    private @Nullable String sale;
    private Instant watchedUntil;
    private int beats;

    Show(
            Programme programme,
            People people,
            Notebook notebook,
            Seats seats,
            Talk talk,
            Clock clock,
            RandomGenerator random) {
        this.programme = programme;
        this.people = people;
        this.notebook = notebook;
        this.seats = seats;
        this.shopping = new Shopping(random);
        this.talk = talk;
        this.clock = clock;
        this.random = random;
        this.watchedUntil = clock.instant().plus(DemoRules.AWAKE);
    }

    /// Goes live with something on sale, or finds that it is.
    void open() {
        LiveRoom live = programme.room();
        room = live;
        seats.fill(live.id(), List.of(people.of(live.host())));
        sale = openSale(live);
        if (sale == null) {
            say(live.host(), live.host().greeting());
            offer(live);
        }
    }

    void announce() {
        programme.announce(live());
    }

    /// One thing happens.
    ///
    /// @return how long until the next
    Duration beat() {
        LiveRoom live = live();
        seats.fill(live.id(), people.inRoomOf(live.host()));
        if (sale == null) {
            next(live);
        } else {
            happen(live, sale);
        }
        return DemoRules.pause(isWatched(), random.nextDouble());
    }

    /// After a failure: finds out again what is true.
    void forget() {
        room = null;
        sale = null;
    }

    private LiveRoom live() {
        if (room == null) {
            open();
        }
        return Objects.requireNonNull(room);
    }

    private void happen(LiveRoom live, String offered) {
        switch (DemoRules.beat(beats++)) {
            case CHAT -> chat(random(people.viewers()));
            case REACT -> react(random(people.viewers()));
            case ANSWER -> say(live.host(), random(live.host().answers()));
            case BUY -> buy(offered, random(people.viewers()));
            case LOOK -> look(live, offered);
        }
    }

    /// The next thing comes on stage, or the next creator.
    private void next(LiveRoom live) {
        if (clock.instant().isBefore(live.startedAt().plus(DemoRules.SHOW))) {
            offer(live);
            return;
        }
        programme.turn();
        open();
        announce();
    }

    private void offer(LiveRoom live) {
        Person host = people.of(live.host());
        Goods goods = goods(live);
        String product = notebook.read("product " + goods.key()).orElseThrow();
        host.call(Call.put("/live/v1/rooms/" + live.id() + "/stage", body("productId", product)));
        JsonNode opened = host.call(Call.post(
                "/live/v1/rooms/" + live.id() + "/sales",
                body(
                        "skuId", notebook.read("sku " + goods.key()).orElseThrow(),
                        "price", Opening.money(live.host(), goods.salePrice()),
                        "stock", STOCK,
                        "perMember", PER_MEMBER,
                        "closesAt", clock.instant().plus(SALE_MAX).toString())));
        sale = opened.path("id").asString();
        say(live.host(), goods.pitch());
    }

    private Goods goods(LiveRoom live) {
        List<Goods> all = live.host().goods();
        return all.get(sales(live).size() % all.size());
    }

    private JsonNode sales(LiveRoom live) {
        return people.of(live.host())
                .call(Call.get("/live/v1/rooms/" + live.id() + "/sales"))
                .path("items");
    }

    private @Nullable String openSale(LiveRoom live) {
        return sales(live)
                .valueStream()
                .filter(one -> one.path("state").asString("").equals("open"))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElse(null);
    }

    private void buy(String offered, Person buyer) {
        switch (shopping.buy(offered, buyer)) {
            case BOUGHT -> seats.of(buyer).ifPresent(seat -> seat.say(talk.bought(buyer.locale())));
            case THOUGHT_BETTER -> {}
            case TOO_LATE -> sale = null;
        }
    }

    private void look(LiveRoom live, String offered) {
        JsonNode now = people.of(live.host()).call(Call.get("/live/v1/sales/" + offered));
        if (!now.path("state").asString("").equals("open")) {
            sale = null;
        }
    }

    private void chat(Person viewer) {
        seats.of(viewer).ifPresent(seat -> seat.say(talk.line(viewer.locale())));
    }

    private void react(Person viewer) {
        seats.of(viewer).ifPresent(seat -> seat.react(random(FEELINGS), 1 + random.nextInt(CLAPS_MAX)));
    }

    private void say(Creator host, String line) {
        seats.of(people.of(host)).ifPresent(seat -> seat.say(line));
    }

    private boolean isWatched() {
        if (seats.hasCompany()) {
            watchedUntil = clock.instant().plus(DemoRules.AWAKE);
        }
        return clock.instant().isBefore(watchedUntil);
    }

    private <T> T random(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
