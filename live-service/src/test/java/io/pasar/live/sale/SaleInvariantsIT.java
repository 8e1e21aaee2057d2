package io.pasar.live.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.live.LiveApi.Person;
import io.pasar.live.Shop;
import io.pasar.live.Shop.Answer;
import io.pasar.live.UsesLiveService;
import io.pasar.live.invariant.InvariantService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// 200 buyers at once reserve 50 units, 20 times; then some pay, some give back and some leave.
@UsesLiveService
class SaleInvariantsIT {

    private static final int ROUNDS = 20;
    private static final int BUYERS = 200;
    private static final int UNITS = 50;

    @LocalServerPort
    private int port;

    @Autowired
    private InvariantService invariants;

    private Shop shop;
    private List<Person> buyers;

    @BeforeEach
    void openTheShop() {
        shop = Shop.open(port);
        buyers = IntStream.range(0, BUYERS)
                .mapToObj(number -> Person.named("buyer" + number))
                .toList();
    }

    @Test
    void grantsExactlyWhatIsThereInEveryRound() {
        long broken = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            String sale = shop.sale(UNITS, 1, 600);
            long started = System.nanoTime();
            Map<String, Long> answers = rush(sale);
            long millis = (System.nanoTime() - started) / 1_000_000;
            SortedMap<String, Long> found = check();
            long violations = found.values().stream().mapToLong(Long::longValue).sum();
            broken += violations;
            System.out.printf(
                    "round %2d: %s in %d ms, %d violations of %d statements%n",
                    round, new TreeMap<>(answers), millis, violations, found.size());
            assertThat(answers)
                    .isEqualTo(Map.of("201 ", (long) UNITS, "409 /problems/sold-out", (long) BUYERS - UNITS));
            assertSoldOut(sale);
        }
        System.out.printf("%d rounds, %d buyers, %d units: %d violations%n", ROUNDS, BUYERS, UNITS, broken);
        assertThat(broken).isZero();
    }

    @Test
    void sellsExactlyWhatWasPaidWhileOthersGiveBackOrLeave() {
        String sale = shop.sale(UNITS, 1, 8);
        AtomicInteger winners = new AtomicInteger();
        Map<String, Person> orders = new ConcurrentHashMap<>();
        Shop.together(buyers.stream()
                .<Callable<Boolean>>map(buyer -> () -> buy(buyer, sale, winners, orders))
                .toList());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> shop.saleNow(sale).path("held").asInt() == 0);

        assertThat(check().values()).containsOnly(0L);
        int paid = paid(orders);
        assertThat(paid).isPositive();
        assertThat(shop.saleNow(sale).path("sold").asInt()).isEqualTo(paid);
        assertThat(shop.saleNow(sale).path("available").asInt()).isEqualTo(UNITS - paid);
    }

    /// Every third one who got a unit pays, every third gives it back, and every third lets the hold end.
    private boolean buy(Person buyer, String sale, AtomicInteger winners, Map<String, Person> orders) {
        Answer reserved = shop.reserve(buyer, sale, 1);
        int turn = reserved.status() == 201 ? winners.getAndIncrement() % 3 : -1;
        if (turn == 0) {
            Answer order = shop.order(buyer, reserved.text("id"));
            orders.put(order.text("id"), buyer);
            shop.pay(buyer, order.body(), "succeed");
        } else if (turn == 1) {
            shop.release(buyer, reserved.text("id"));
        }
        return turn >= 0;
    }

    private int paid(Map<String, Person> orders) {
        return (int) orders.entrySet().stream()
                .filter(order -> shop.orderNow(order.getValue(), order.getKey())
                        .text("state")
                        .equals("paid"))
                .count();
    }

    private Map<String, Long> rush(String sale) {
        List<Callable<Answer>> calls = buyers.stream()
                .<Callable<Answer>>map(buyer -> () -> shop.reserve(buyer, sale, 1))
                .toList();
        return Shop.together(calls).stream().collect(Collectors.groupingBy(Answer::problem, Collectors.counting()));
    }

    private void assertSoldOut(String sale) {
        var now = shop.saleNow(sale);
        assertThat(now.path("state").asString()).isEqualTo("soldOut");
        assertThat(now.path("available").asInt()).isZero();
        assertThat(now.path("held").asInt()).isEqualTo(UNITS);
    }

    private SortedMap<String, Long> check() {
        return invariants.check().blockOptional().orElseThrow();
    }
}
