package io.pasar.live.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.SaleId;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.Shop;
import io.pasar.live.UsesLiveService;
import io.pasar.live.invariant.InvariantService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@UsesLiveService
class HoldExpiryIT {

    private static final int BUYERS = 24;

    @LocalServerPort
    private int port;

    @Autowired
    private InvariantService invariants;

    @Autowired
    private HoldSweepService sweeps;

    @Autowired
    private ReservationStore reservations;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    void returnsUnitsOnceHoweverManyNodesSweepAtOnce() {
        Shop shop = Shop.open(port);
        String sale = shop.sale(BUYERS, 1, 3600);
        IntStream.range(0, BUYERS).forEach(number -> shop.hold(Person.named("sweep" + number), sale));
        lapse(sale);
        Integer ended = Flux.range(0, 8)
                .flatMap(_ -> sweeps.sweep(SaleId.of(sale)), 8)
                .reduce(Integer::sum)
                .block();
        assertThat(ended).isNotNull().isLessThanOrEqualTo(BUYERS);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.saleNow(sale).path("available").asInt() == BUYERS);
        assertThat(shop.saleNow(sale).path("held").asInt()).isZero();
        assertThat(invariants.check().blockOptional().orElseThrow().values()).containsOnly(0L);
    }

    @Test
    void neverConfirmsAHoldPastItsTimeEvenBeforeTheSweep() {
        Shop shop = Shop.open(port);
        String sale = shop.sale(5, 5, 3600);
        Person buyer = Person.named("late");
        var hold = ReservationId.of(shop.hold(buyer, sale));
        Boolean confirmed = reservations
                .lock(hold)
                .then(lapseNow(hold))
                .then(reservations.confirm(hold).hasElement())
                .as(transaction::transactional)
                .block();
        assertThat(confirmed).isFalse();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.reservationState(buyer, hold.toString()).equals("expired"));
    }

    @Test
    void paysOrExpiresButNeverBothWhenBothComeAtOnce() {
        Shop shop = Shop.open(port);
        String sale = shop.sale(BUYERS, 1, 6);
        List<Person> buyers = IntStream.range(0, BUYERS)
                .mapToObj(number -> Person.named("race" + number))
                .toList();
        List<JsonNode> orders = Shop.together(buyers.stream()
                .<Callable<JsonNode>>map(buyer -> () ->
                        shop.order(buyer, shop.hold(buyer, sale)).expect(201).body())
                .toList());
        Shop.together(IntStream.range(0, BUYERS)
                .<Callable<Integer>>mapToObj(number -> () -> payAtTheEnd(shop, orders.get(number), number))
                .toList());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.saleNow(sale).path("held").asInt() == 0);
        long paid = IntStream.range(0, BUYERS)
                .filter(number -> shop.orderNow(
                                buyers.get(number),
                                orders.get(number).path("id").asString())
                        .text("state")
                        .equals("paid"))
                .count();
        System.out.println(paid + " of " + BUYERS + " were paid at the very end of their hold: " + shop.saleNow(sale));
        assertThat(shop.saleNow(sale).path("sold").asLong()).isEqualTo(paid);
        assertThat(invariants.check().blockOptional().orElseThrow().values()).containsOnly(0L);
    }

    /// Spread over a tenth of a second around the moment the hold ends.
    private static int payAtTheEnd(Shop shop, JsonNode order, int number) {
        Instant end = Instant.parse(order.path("expiresAt").asString());
        long wait = Duration.between(Instant.now(), end.plusMillis((number - BUYERS / 2) * 8L))
                .toMillis();
        return CompletableFuture.supplyAsync(
                        () -> shop.pay(null, order, "succeed").status(),
                        CompletableFuture.delayedExecutor(Math.max(wait, 0), TimeUnit.MILLISECONDS))
                .join();
    }

    private void lapse(String sale) {
        database.sql(
                        "update reservation set expires_at = clock_timestamp() - interval '1 millisecond' where sale_id = '"
                                + sale + "' and state = 'held'")
                .fetch()
                .rowsUpdated()
                .block();
    }

    private Mono<Long> lapseNow(ReservationId hold) {
        return database.sql("update reservation set expires_at = clock_timestamp() where id = :id")
                .bind("id", hold.value())
                .fetch()
                .rowsUpdated();
    }
}
