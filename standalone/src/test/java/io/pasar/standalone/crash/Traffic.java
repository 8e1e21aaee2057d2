package io.pasar.standalone.crash;

import static org.awaitility.Awaitility.await;

import io.pasar.standalone.crash.Shop.Account;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Members who come through each other's links, buy, give back or just leave, until the traffic is closed. Each
/// friend invites the next one of the chain.
final class Traffic implements AutoCloseable {

    static final int CHAINS = 4;

    private static final int UNITS_MAX = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Shop shop;
    private final Told told;
    private final List<CompletableFuture<Void>> chains;
    private volatile boolean closing;

    Traffic(Shop shop, Told told, long seed) {
        this.shop = shop;
        this.told = told;
        this.chains = IntStream.range(0, CHAINS)
                .mapToObj(chain -> CompletableFuture.runAsync(() -> chain(chain, new Random(seed + chain)), threads))
                .toList();
    }

    /// Waits until so many more orders are paid.
    void awaitOrders(int more) {
        int before = told.purchases().size();
        await("traffic")
                .atMost(PATIENCE)
                .until(() -> hasFailed() || told.purchases().size() >= before + more);
        if (hasFailed()) {
            throw new AssertionError("a member was told what must not be; what it was is suppressed here");
        }
    }

    /// Lets everybody finish what they do.
    @Override
    public void close() {
        closing = true;
        threads.close();
        chains.forEach(CompletableFuture::join);
    }

    private boolean hasFailed() {
        return chains.stream().anyMatch(CompletableFuture::isCompletedExceptionally);
    }

    private void chain(int chain, Random random) {
        Account inviter = shop.signUp("root-" + chain, "");
        for (int number = 0; !closing; number++) {
            String code = shop.referrals(inviter).path("code").asString();
            Account friend = shop.signUp("friend-" + chain + "-" + number, code);
            told.joined(friend, inviter);
            live(friend, random);
            inviter = friend;
        }
    }

    private void live(Account member, Random random) {
        if (random.nextInt(5) == 0) {
            told.left(shop.abandon(member));
        }
        int orders = random.nextInt(3);
        for (int order = 0; order < orders; order++) {
            buy(member, random, order > 0);
        }
    }

    /// @param mayReturn for a second order only, so that the first keeps its reward
    private void buy(Account member, Random random, boolean mayReturn) {
        int units = 1 + random.nextInt(UNITS_MAX);
        String order = shop.buy(member, units);
        boolean isReturned = mayReturn && random.nextBoolean();
        if (isReturned) {
            shop.refund(member, order);
        }
        told.bought(order, member, units, isReturned);
    }
}
