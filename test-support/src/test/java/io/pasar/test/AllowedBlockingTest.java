package io.pasar.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

    @ParameterizedTest
    @MethodSource("locks")
    void letsAnEventLoopComeSecondToALock(Lock held, Lock wanted) throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Integer> second = comesSecond(held, wanted, threads);
            assertThat(second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    private static Future<Integer> comesSecond(Lock held, Lock wanted, ExecutorService threads) {
        held.lock();
        try {
            Future<Integer> second = threads.submit(() -> onAnEventLoop(() -> guarded(wanted)));
            await().atMost(PATIENCE).until(() -> isParked() || second.isDone());
            return second;
        } finally {
            held.unlock();
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

    private static Stream<Arguments> locks() {
        Lock one = new ReentrantLock();
        ReentrantReadWriteLock both = new ReentrantReadWriteLock();
        Lock stamped = new StampedLock().asWriteLock();
        return Stream.of(
                arguments(one, one),
                arguments(both.writeLock(), both.writeLock()),
                arguments(both.writeLock(), both.readLock()),
                arguments(stamped, stamped));
    }

    /// Whether an event loop stands still in the guarded lines.
    private static boolean isParked() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Schedulers.isNonBlockingThread(thread.getKey()))
                .filter(thread -> thread.getKey().getState() == Thread.State.WAITING)
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(AllowedBlockingTest.class.getName()));
    }

    private static int guarded(Lock lock) {
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
