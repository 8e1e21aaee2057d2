package io.pasar.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class AllowedBlockingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @BeforeAll
    static void watch() {
        BlockHound.install();
    }

    @Test
    void letsAnEventLoopComeSecondToALock() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Integer> second = comesSecond(lock, threads);
            assertThat(second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    private static Future<Integer> comesSecond(ReentrantLock lock, ExecutorService threads) {
        lock.lock();
        try {
            Future<Integer> second = threads.submit(() -> onAnEventLoop(() -> guarded(lock)));
            while (!lock.hasQueuedThreads() && !second.isDone()) {
                Thread.onSpinWait();
            }
            return second;
        } finally {
            lock.unlock();
        }
    }

    @Test
    void findsAnEventLoopThatWaitsForAnother() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> onAnEventLoop(() -> {
                    never.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    return 1;
                }))
                .hasCauseInstanceOf(BlockingOperationError.class);
    }

    private static int guarded(ReentrantLock lock) {
        lock.lock();
        try {
            return 1;
        } finally {
            lock.unlock();
        }
    }

    private static int onAnEventLoop(Callable<Integer> work) {
        return Mono.fromCallable(work)
                .subscribeOn(Schedulers.parallel())
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
