package io.pasar.community.token;

import io.pasar.platform.problem.CommonProblem;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Threads for RSA and the system's random numbers, which block for moments; apart from those for passwords, so
/// that refreshing goes on while many people sign in.
@Component
class TokenThreadsProvider implements DisposableBean {

    private static final int QUEUE = 1000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Scheduler threads =
            Schedulers.newBoundedElastic(Runtime.getRuntime().availableProcessors(), QUEUE, "token");

    <T> Mono<T> run(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(threads)
                .onErrorMap(
                        RejectedExecutionException.class,
                        _ -> CommonProblem.UNAVAILABLE
                                .because("Too many tokens are wanted right now; try again in a moment.")
                                .retryAfter(RETRY_AFTER));
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
