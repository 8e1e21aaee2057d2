package io.pasar.live.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.SaleId;
import io.pasar.live.Shop;
import io.pasar.live.UsesLiveService;
import io.pasar.live.sale.ReserveOutcome.Granted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The statements do what the pure rules say: random commands run against PostgreSQL and against a model in
/// memory, and after each both must agree on the answer and on every unit. Seeds are the tests' names.
@UsesLiveService
class ReservationModelIT {

    private static final int COMMANDS = 120;
    private static final int UNITS = 7;
    private static final int PER_MEMBER = 3;

    @LocalServerPort
    private int port;

    @Autowired
    private ReservationStore reservations;

    @Autowired
    private SaleStore sales;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    private final IdGenerator ids = IdGenerator.timeOrdered();
    private final List<MemberId> members =
            Stream.generate(ids::next).limit(4).map(MemberId::new).toList();
    private final Map<ReservationId, Reservation> model = new LinkedHashMap<>();
    private Stock stock = Stock.of(UNITS);
    private Optional<SaleId> played = Optional.empty();

    /// What is confirmed here has no order: such rows would break the invariants every other test checks.
    @AfterEach
    void takeTheRowsAway() {
        played.ifPresent(sale -> Flux.just("reservation", "sale_member")
                .concatMap(table -> database.sql("delete from " + table + " where sale_id = :sale")
                        .bind("sale", sale.value())
                        .fetch()
                        .rowsUpdated())
                .thenMany(database.sql("update sale set available = total, held = 0, sold = 0 where id = :sale")
                        .bind("sale", sale.value())
                        .fetch()
                        .rowsUpdated())
                .as(transaction::transactional)
                .blockLast());
    }

    static Stream<Long> seeds() {
        Long given = Long.getLong("pasar.model.seed");
        return given == null ? Stream.iterate(1L, seed -> seed + 1).limit(8) : Stream.of(given);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void doesWhatTheRulesSay(long seed) {
        Random random = new Random(seed);
        SaleId sale = SaleId.of(Shop.open(port).sale(UNITS, PER_MEMBER, 86_400));
        played = Optional.of(sale);
        for (int command = 0; command < COMMANDS; command++) {
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> reserve(sale, members.get(random.nextInt(4)), 1 + random.nextInt(PER_MEMBER));
                case 3 -> end(random, ReservationState.RELEASED);
                case 4 -> end(random, ReservationState.CONFIRMED);
                default -> end(random, ReservationState.EXPIRED);
            }
            Sale now = get(sales.find(sale)).orElseThrow();
            assertThat(now.stock()).as("seed %d, command %d", seed, command).isEqualTo(stock);
        }
    }

    private void reserve(SaleId sale, MemberId member, int quantity) {
        Sale now = get(sales.find(sale)).orElseThrow();
        boolean allowed = ReservationRules.refusal(now, unitsOf(member), quantity, Instant.now())
                .isEmpty();
        ReserveRequest request = new ReserveRequest(new ReservationId(ids.next()), sale, member, quantity);
        Optional<Granted> granted = get(reservations
                .reserve(request)
                .ofType(Granted.class)
                .switchIfEmpty(Mono.error(Refused::new))
                .as(transaction::transactional)
                .onErrorResume(Refused.class, _ -> Mono.empty()));
        assertThat(granted.isPresent()).isEqualTo(allowed);
        granted.ifPresent(moved -> {
            model.put(request.id(), moved.moved().reservation());
            stock = stock.hold(quantity);
        });
    }

    /// Any hold, also one that has ended already: then nothing may happen.
    private void end(Random random, ReservationState to) {
        List<Reservation> all = new ArrayList<>(model.values());
        if (all.isEmpty()) {
            return;
        }
        Reservation hold = all.get(random.nextInt(all.size()));
        boolean held = hold.state() == ReservationState.HELD;
        Optional<Moved> moved = get(
                switch (to) {
                    case RELEASED -> reservations.release(hold.id());
                    case CONFIRMED -> reservations.confirm(hold.id());
                    default -> lapse(hold, held).then(Mono.defer(() -> reservations.expire(hold.id())));
                });
        assertThat(moved.isPresent()).isEqualTo(held);
        if (held) {
            stock = to == ReservationState.CONFIRMED ? stock.sell(hold.quantity()) : stock.giveBack(hold.quantity());
            Reservation ended = moved.orElseThrow().reservation();
            assertThat(ended.state()).isEqualTo(to);
            model.put(hold.id(), ended);
        }
    }

    /// In the transaction of its own statement, so that the sweep does not come first.
    private Mono<Long> lapse(Reservation hold, boolean held) {
        return held
                ? database.sql("update reservation set expires_at = clock_timestamp() where id = :id")
                        .bind("id", hold.id().value())
                        .fetch()
                        .rowsUpdated()
                : Mono.just(0L);
    }

    private int unitsOf(MemberId member) {
        return model.values().stream()
                .filter(hold -> hold.member().equals(member))
                .filter(hold -> hold.state() == ReservationState.HELD || hold.state() == ReservationState.CONFIRMED)
                .mapToInt(Reservation::quantity)
                .sum();
    }

    private <T> Optional<T> get(Mono<T> work) {
        return work.as(transaction::transactional).blockOptional();
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
