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
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// Buyers who reserve, release, order, cancel, pay, fail to pay, or just leave, at random and all at once, on
/// holds that end after a second. The seed is printed; `-Dpasar.chaos.seed=` repeats a run's choices.
@UsesLiveService
class SaleChaosIT {

    private static final int BUYERS = 40;
    private static final int STEPS = 12;
    private static final int UNITS = 30;
    private static final int PER_MEMBER = 4;

    @LocalServerPort
    private int port;

    @Autowired
    private InvariantService invariants;

    private final ConcurrentMap<String, LongAdder> answers = new ConcurrentHashMap<>();

    @Test
    void keepsEveryInvariantWhateverBuyersDo() {
        long seed = Long.getLong("pasar.chaos.seed", System.nanoTime());
        Shop shop = Shop.open(port);
        String sale = shop.sale(UNITS, PER_MEMBER, 1);
        System.out.println("seed " + seed);
        List<Callable<Boolean>> lives = IntStream.range(0, BUYERS)
                .<Callable<Boolean>>mapToObj(number -> () -> live(shop, sale, new Random(seed + number)))
                .toList();
        Shop.together(lives);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.saleNow(sale).path("held").asInt() == 0);
        SortedMap<String, Long> found = invariants.check().blockOptional().orElseThrow();
        System.out.println(new TreeMap<>(answers) + " end " + shop.saleNow(sale) + " violations " + found);
        assertThat(found.values()).containsOnly(0L);
        assertThat(answers.keySet()).noneMatch(answer -> answer.contains(" 5"));
        assertThat(answers).containsKeys("reserve 201 ", "pay 200 ");
    }

    private boolean live(Shop shop, String sale, Random random) {
        Person buyer = Person.named("chaos" + random.nextInt(1_000_000));
        for (int step = 0; step < STEPS; step++) {
            Answer reserved = noted("reserve", shop.reserve(buyer, sale, 1 + random.nextInt(2)));
            if (reserved.status() == 201) {
                goOn(shop, buyer, reserved.text("id"), random);
            }
        }
        return true;
    }

    private void goOn(Shop shop, Person buyer, String reservation, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> noted("release", shop.release(buyer, reservation));
            case 1 -> {}
            default -> {
                Answer order = noted("order", shop.order(buyer, reservation));
                if (order.status() == 201) {
                    settle(shop, buyer, order.body(), random);
                }
            }
        }
    }

    private void settle(Shop shop, Person buyer, JsonNode order, Random random) {
        String cancel = "/v1/orders/" + order.path("id").asString() + "/cancel";
        switch (random.nextInt(5)) {
            case 0 -> noted("cancel", shop.post(cancel, buyer, null));
            case 1 -> noted("fail", shop.pay(buyer, order, "fail"));
            case 2 ->
                Shop.together(List.of(
                        () -> noted("pay", shop.pay(buyer, order, "succeed")),
                        () -> noted("cancel", shop.post(cancel, buyer, null))));
            case 3 -> {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> !shop.reservationState(
                                        buyer, order.path("reservationId").asString())
                                .equals("held"));
                noted("pay late", shop.pay(buyer, order, "succeed"));
            }
            default -> noted("pay", shop.pay(buyer, order, "succeed"));
        }
    }

    private Answer noted(String call, Answer answer) {
        answers.computeIfAbsent(call + " " + answer.problem(), _ -> new LongAdder())
                .increment();
        return answer;
    }
}
