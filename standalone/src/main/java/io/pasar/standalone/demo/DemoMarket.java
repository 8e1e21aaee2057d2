package io.pasar.standalone.demo;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The market as it lives: one turn after another on one thread, with a pause between them. A turn that fails
/// is tried again later, ever later while it goes on failing.
public final class DemoMarket {

    private static final Logger LOG = LoggerFactory.getLogger(DemoMarket.class);
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final long LAST_TURN_MAX_MILLIS = 500;

    private final ContractClient contract;
    private final Seats seats;
    private final Show show;
    private final Deque<Runnable> opening;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo-market").factory());
    private volatile Future<?> next = CompletableFuture.completedFuture(null);
    private int failures;

    private DemoMarket(URI base, Path folder) {
        Cast cast = Cast.load();
        Clock clock = Clock.systemUTC();
        Random random = new SecureRandom();
        Notebook notebook = Notebook.in(folder);
        contract = new ContractClient(base);
        seats = new Seats(contract);
        People people = new People(cast, contract, notebook, clock);
        Programme programme = new Programme(cast, people, notebook, clock);
        show = new Show(programme, people, notebook, seats, new Talk(cast, random), clock, random);
        opening = opening(new Opening(cast, people, notebook), programme);
    }

    /// Opens the market, soon.
    ///
    /// @param base where Pasar answers
    /// @param folder where the market keeps its notes; exists
    public static DemoMarket start(URI base, Path folder) {
        DemoMarket market = new DemoMarket(base, folder);
        market.again(AT_ONCE);
        return market;
    }

    /// Ends it at once; what it has made stays.
    public void stop() throws InterruptedException {
        next.cancel(true);
        thread.shutdownNow();
        contract.close();
        thread.awaitTermination(LAST_TURN_MAX_MILLIS, TimeUnit.MILLISECONDS);
        seats.leave();
    }

    private Deque<Runnable> opening(Opening steps, Programme programme) {
        List<Runnable> all = new ArrayList<>(steps.first(programme.onTurn()));
        all.add(show::open);
        all.addAll(steps.rest());
        all.add(show::announce);
        return new ArrayDeque<>(all);
    }

    private void again(Duration pause) {
        try {
            next = thread.schedule(this::turn, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The demo market is closed");
        }
    }

    private void turn() {
        Duration pause;
        try {
            pause = step();
            failures = 0;
        } catch (RuntimeException failure) {
            pause = afterFailure(failure);
        }
        again(pause);
    }

    private Duration step() {
        Runnable first = opening.peekFirst();
        if (first == null) {
            return show.beat();
        }
        first.run();
        opening.removeFirst();
        return AT_ONCE;
    }

    private Duration afterFailure(RuntimeException failure) {
        failures++;
        show.forget();
        Duration asked = failure instanceof RefusedException refused ? refused.retryAfter() : AT_ONCE;
        Duration pause = DemoRules.retryAfter(failures, asked);
        if (!thread.isShutdown()) {
            LOG.info("The demo market goes on in {} s: {}", pause.toSeconds(), reason(failure));
        }
        return pause;
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof RefusedException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }
}
