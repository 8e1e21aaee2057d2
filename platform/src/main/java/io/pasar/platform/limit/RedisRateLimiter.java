package io.pasar.platform.limit;

import io.pasar.platform.limit.LimitProperties.Setting;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Counts in Redis, so that all instances of a service share a limit. While Redis cannot be asked, calls pass
/// or are refused as the limit says.
final class RedisRateLimiter implements RateLimiter {

    private static final Logger log = LoggerFactory.getLogger(RedisRateLimiter.class);
    private static final Duration OUTAGE_RETRY = Duration.ofSeconds(2);

    private final AcquireScript script;
    private final GiveBackScript undo;
    private final Map<String, Setting> settings;

    RedisRateLimiter(AcquireScript script, GiveBackScript undo, Map<String, Setting> settings) {
        this.script = script;
        this.undo = undo;
        this.settings = Map.copyOf(settings);
    }

    @Override
    public Mono<Void> acquire(RateLimit limit, String subject) {
        Quota quota = Quota.of(limit, settings);
        return script.acquire(quota, LimitSubject.of(subject))
                .onErrorResume(error -> withoutRedis(limit, error))
                .flatMap(grant -> grant.allowed() ? Mono.empty() : Mono.error(() -> refusal(quota, grant)));
    }

    @Override
    public Mono<Void> giveBack(RateLimit limit, String subject) {
        return undo.giveBack(Quota.of(limit, settings), LimitSubject.of(subject))
                .doOnError(error -> log.warn("limit {} gets nothing back", limit.limitName()))
                .onErrorComplete();
    }

    private static Mono<Grant> withoutRedis(RateLimit limit, Throwable error) {
        log.warn("limit {} cannot be counted, calls {}", limit.limitName(), limit.failOpen() ? "pass" : "are refused");
        log.debug("because", error);
        return limit.failOpen()
                ? Mono.empty()
                : Mono.error(() -> CommonProblem.UNAVAILABLE
                        .because("Calls cannot be counted right now, so this one is refused.")
                        .retryAfter(OUTAGE_RETRY));
    }

    private static Problem refusal(Quota quota, Grant grant) {
        return CommonProblem.TOO_MANY_REQUESTS
                .because("At most " + quota.burst() + " in "
                        + Math.max(1, quota.per().toSeconds()) + " s. Wait as Retry-After says.")
                .retryAfter(grant.retryAfter())
                .headers(grant.headers(quota));
    }
}
