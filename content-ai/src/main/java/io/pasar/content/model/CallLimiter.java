package io.pasar.content.model;

import io.pasar.content.model.ProviderFailure.Reason;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// How long a model call may take, how often it is tried and how many run at once.
final class CallLimiter {

    private static final Duration BACKOFF = Duration.ofMillis(200);
    private static final double JITTER = 0.5;

    private final Duration firstToken;
    private final Duration nextToken;
    private final Duration answer;
    private final int attempts;
    private final int callsMax;
    private final AtomicInteger running = new AtomicInteger();

    /// @param callsMax how many run at once
    CallLimiter(AiProperties settings, int callsMax) {
        this.firstToken = settings.firstTokenTimeout();
        this.nextToken = settings.nextTokenTimeout();
        this.answer = settings.answerTimeout();
        this.attempts = settings.attempts();
        this.callsMax = callsMax;
    }

    /// The call with timeouts for the first token, each token after it and the whole; errors as [ProviderFailure].
    Flux<String> guarded(Flux<String> call) {
        return Flux.defer(() -> {
            if (running.incrementAndGet() > callsMax) {
                running.decrementAndGet();
                return Flux.error(new ProviderFailure(Reason.BUSY, callsMax + " calls run already"));
            }
            return tried(call).doFinally(_ -> running.decrementAndGet());
        });
    }

    private Flux<String> tried(Flux<String> call) {
        return Flux.defer(() -> {
            AtomicBoolean begun = new AtomicBoolean();
            return call.timeout(Mono.delay(firstToken), _ -> Mono.delay(nextToken))
                    .doOnNext(_ -> begun.set(true))
                    .onErrorMap(FailureVerifier::of)
                    .retryWhen(Retry.backoff(attempts - 1L, BACKOFF)
                            .jitter(JITTER)
                            .filter(error -> !begun.get() && isPassing(error))
                            .onRetryExhaustedThrow((_, last) -> last.failure()))
                    .takeUntilOther(Mono.delay(answer).then(Mono.error(new TimeoutException("answer"))))
                    .onErrorMap(FailureVerifier::of);
        });
    }

    private static boolean isPassing(Throwable error) {
        return error instanceof ProviderFailure failure && failure.isPassing();
    }
}
