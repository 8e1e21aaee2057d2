package io.pasar.platform.job;

import reactor.core.publisher.Mono;

/// Work that goes on to its end when whoever waits for it leaves, as a caller does who hangs up. Only its answer
/// is lost then.
public final class Uninterrupted {

    private Uninterrupted() {}

    /// Starts the work for each subscriber anew, with the subscriber's context, and does not pass on that the
    /// subscriber cancels. The work needs bounds of its own, such as the time limits of statements and calls.
    public static <T> Mono<T> work(Mono<T> work) {
        return Mono.deferContextual(
                context -> work.contextWrite(own -> own.putAll(context)).cache());
    }
}
