package io.pasar.platform.auth;

import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// The keys of one issuer, fetched when [KeyRefreshRules] say so, by one request at a time for all who wait.
final class JwksClient {

    private static final Logger log = LoggerFactory.getLogger(JwksClient.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final IssuerKeys source;
    private final KeyRefreshRules rules;
    private final Duration timeout;
    private final Clock clock;
    private volatile KeyRefreshRules.State state = KeyRefreshRules.State.NOTHING;
    private final AtomicReference<@Nullable Mono<KeyRing>> underWay = new AtomicReference<>();

    JwksClient(IssuerKeys source, KeyRefreshRules rules, Duration timeout, Clock clock) {
        this.source = source;
        this.rules = rules;
        this.timeout = timeout;
        this.clock = clock;
    }

    /// The keys, newly fetched if they are old or do not know the key id.
    ///
    /// @return an `unavailable` problem if the issuer never could be asked
    Mono<KeyRing> keys(@Nullable String keyId) {
        return Mono.defer(() -> {
            Mono<KeyRing> running = underWay.get();
            if (running != null) {
                return running;
            }
            return rules.mustFetch(state, keyId, clock.instant()) ? fetchOnce() : known();
        });
    }

    private Mono<KeyRing> fetchOnce() {
        Mono<KeyRing> fetch = fetch().cache();
        return underWay.compareAndSet(null, fetch) ? fetch : Mono.defer(() -> orKnown(underWay.get()));
    }

    private Mono<KeyRing> orKnown(@Nullable Mono<KeyRing> running) {
        return running == null ? known() : running;
    }

    private Mono<KeyRing> fetch() {
        return Mono.defer(source::jwks)
                .doFirst(() -> state = state.trying(clock.instant()))
                .timeout(timeout)
                .map(KeyRing::parse)
                .doOnNext(ring -> state = state.fetched(ring, clock.instant()))
                .doOnError(error -> log.warn("keys of {} cannot be fetched: {}", source.issuer(), error.toString()))
                .onErrorResume(_ -> known())
                .switchIfEmpty(Mono.defer(this::known))
                .doFinally(_ -> underWay.set(null));
    }

    private Mono<KeyRing> known() {
        return Mono.justOrEmpty(state.ring()).switchIfEmpty(Mono.error(JwksClient::unavailable));
    }

    private static Problem unavailable() {
        return CommonProblem.UNAVAILABLE
                .because("The token's issuer cannot be asked for its keys right now.")
                .retryAfter(RETRY_AFTER);
    }
}
