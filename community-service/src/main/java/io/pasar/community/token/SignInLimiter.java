package io.pasar.community.token;

import io.pasar.platform.limit.RateLimiter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Makes guessing passwords slow without getting in the way of those who know theirs: an attempt takes from
/// three limits, and gives back what it took if it succeeds.
@Component
class SignInLimiter {

    private final RateLimiter limiter;

    SignInLimiter(RateLimiter limiter) {
        this.limiter = limiter;
    }

    /// Empty if the attempt may be made, else a `too-many-requests` problem.
    Mono<Void> take(String handle, String address) {
        return Flux.concat(
                        limiter.acquire(TokenLimit.SIGN_IN_ADDRESS, address),
                        limiter.acquire(TokenLimit.SIGN_IN_HANDLE_ADDRESS, both(handle, address)),
                        limiter.acquire(TokenLimit.SIGN_IN_HANDLE, folded(handle)))
                .then();
    }

    /// Undoes [#take] after an attempt that was no guess.
    Mono<Void> giveBack(String handle, String address) {
        return Flux.concat(
                        limiter.giveBack(TokenLimit.SIGN_IN_ADDRESS, address),
                        limiter.giveBack(TokenLimit.SIGN_IN_HANDLE_ADDRESS, both(handle, address)),
                        limiter.giveBack(TokenLimit.SIGN_IN_HANDLE, folded(handle)))
                .then();
    }

    private static String both(String handle, String address) {
        return folded(handle) + ' ' + address;
    }

    private static String folded(String handle) {
        return handle.toLowerCase(Locale.ROOT);
    }
}
