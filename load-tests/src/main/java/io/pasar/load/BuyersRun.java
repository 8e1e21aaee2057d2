package io.pasar.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// Many buyers, few units, all at once, over and over: `BuyersRun <base> <rounds> <buyers> <units>`.
///
/// Every round opens a sale and lets all buyers reserve one unit at the same moment. A violation is any of:
/// granted units other than the smaller of buyers and units, an answer that is neither a grant nor `sold-out`,
/// two grants with one id, counts that do not add up afterwards. Exits with 1 if there was one.
public final class BuyersRun {

    private static final int HOLD_SECONDS = 600;
    private static final int GRANTED = 201;
    private static final int REFUSED = 409;

    private final PasarClient pasar;
    private final int buyers;
    private final int units;

    private BuyersRun(PasarClient pasar, int buyers, int units) {
        this.pasar = pasar;
        this.buyers = buyers;
        this.units = units;
    }

    static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int rounds = Integer.parseInt(arguments[1]);
        try (PasarClient pasar = new PasarClient(URI.create(arguments[0]))) {
            BuyersRun run = new BuyersRun(pasar, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            System.exit(run.play(rounds) == 0 ? 0 : 1);
        }
    }

    private int play(int rounds) throws InterruptedException, ExecutionException {
        String tag = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> tokens = all(
                    threads,
                    IntStream.range(0, buyers).boxed().toList(),
                    buyer -> pasar.signUp("buyer-" + tag + "-" + buyer));
            String host = pasar.signUp("host-" + tag);
            PasarClient.Stall stall = pasar.openStall(host);
            int violations = 0;
            for (int round = 1; round <= rounds; round++) {
                violations += round(threads, round, tokens, pasar.openSale(host, stall, units, HOLD_SECONDS));
            }
            System.out.printf("%d rounds, %d buyers on %d units: %d violations%n", rounds, buyers, units, violations);
            return violations;
        }
    }

    private int round(ExecutorService threads, int round, List<String> tokens, String sale)
            throws InterruptedException, ExecutionException {
        CountDownLatch gun = new CountDownLatch(buyers);
        List<PasarClient.Answer> answers = all(threads, tokens, token -> {
            gun.countDown();
            gun.await();
            return pasar.reserve(token, sale);
        });
        List<String> violations = violations(answers, pasar.sale(sale));
        List<Duration> took =
                answers.stream().map(PasarClient.Answer::took).sorted().toList();
        System.out.printf(
                "round %2d: %d granted, p50 %d ms, p99 %d ms, violations %s%n",
                round,
                answers.stream().filter(answer -> answer.status() == GRANTED).count(),
                took.get(took.size() / 2).toMillis(),
                took.get(took.size() * 99 / 100).toMillis(),
                violations);
        return violations.size();
    }

    private List<String> violations(List<PasarClient.Answer> answers, JsonNode sale) {
        List<String> found = new ArrayList<>();
        int expected = Math.min(buyers, units);
        Set<String> reservations = new HashSet<>();
        int granted = 0;
        for (PasarClient.Answer answer : answers) {
            if (answer.status() == GRANTED) {
                granted++;
                reservations.add(answer.body().path("id").asString());
            } else if (answer.status() != REFUSED
                    || !"/problems/sold-out".equals(answer.body().path("type").asString())) {
                found.add("unexpected answer " + answer);
            }
        }
        require(granted == expected, "granted " + granted + " of " + expected, found);
        require(reservations.size() == granted, "two grants with one id", found);
        require(sale.path("held").asInt() == granted, "held is not what was granted: " + sale, found);
        require(sale.path("available").asInt() == units - granted, "available is wrong: " + sale, found);
        return found;
    }

    private static void require(boolean holds, String violation, List<String> found) {
        if (!holds) {
            found.add(violation);
        }
    }

    /// What somebody does who may fail.
    @FunctionalInterface
    private interface Act<T, R> {
        R with(T thing) throws InterruptedException;
    }

    private static <T, R> List<R> all(ExecutorService threads, List<T> things, Act<T, R> act)
            throws InterruptedException, ExecutionException {
        List<Future<R>> running = new ArrayList<>();
        for (T thing : things) {
            running.add(threads.submit(() -> act.with(thing)));
        }
        List<R> results = new ArrayList<>();
        for (Future<R> one : running) {
            results.add(one.get());
        }
        return results;
    }
}
