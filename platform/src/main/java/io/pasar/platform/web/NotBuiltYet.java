package io.pasar.platform.web;

import io.pasar.platform.problem.CommonProblem;
import reactor.core.publisher.Mono;

/// The answer of calls that the contract names and a later version brings: 501 `not-built-yet`.
public final class NotBuiltYet {

    private NotBuiltYet() {}

    /// @param what the thing that is missing, as the start of a sentence: `Search over posts`
    public static <T> Mono<T> answer(String what) {
        return Mono.error(() -> CommonProblem.NOT_BUILT_YET.because(what + " is not built yet."));
    }
}
