package io.pasar.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.TimeoutOptions;
import io.pasar.embedded.RedisServer;
import io.pasar.platform.limit.LimitProperties.Setting;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import io.pasar.test.TestServers;
import io.pasar.test.UsesServers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// Rate limits, counted in a real Redis.
@UsesServers
class RateLimiterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RedisClient client = RedisClient.create(System.getProperty("PASAR_REDIS_URL"));
    private final String subject = UUID.randomUUID().toString();

    @AfterEach
    void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }

    @Test
    void letsTheBurstPassAndRefusesTheNextWithTheHeadersOfTheStandard() {
        RateLimit limit = new RateLimit("sign-in", 3, Duration.ofMinutes(1), false);
        RateLimiter limiter = limiter(Map.of());
        for (int call = 0; call < 3; call++) {
            passes(limiter, limit);
        }
        StepVerifier.create(limiter.acquire(limit, subject))
                .expectErrorSatisfies(error -> assertThat(error).isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(CommonProblem.TOO_MANY_REQUESTS);
                    assertThat(problem.headers())
                            .containsEntry("RateLimit-Policy", "\"sign-in\";q=3;w=60")
                            .containsEntry("RateLimit", "\"sign-in\";r=0;t=20");
                    assertThat(problem.retryAfter().orElseThrow())
                            .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20));
                }))
                .verify(PATIENCE);
    }

    @Test
    void letsOnePassAgainAfterItsShareOfTheWindow() {
        RateLimit limit = new RateLimit("chat", 4, Duration.ofSeconds(2), true);
        RateLimiter limiter = limiter(Map.of());
        for (int call = 0; call < 4; call++) {
            passes(limiter, limit);
        }
        Mono<Void> afterTheWait = limiter.acquire(limit, subject)
                .onErrorResume(
                        Problem.class,
                        refusal ->
                                Mono.delay(refusal.retryAfter().orElseThrow()).then(limiter.acquire(limit, subject)));
        StepVerifier.create(afterTheWait).verifyComplete();
    }

    @Test
    void letsExactlyTheBurstPassOfManyAtOnce() {
        RateLimit limit = new RateLimit("reserve", 10, Duration.ofMinutes(5), true);
        RateLimiter limiter = limiter(Map.of());
        Mono<Long> passed = Flux.range(0, 200)
                .flatMap(
                        _ -> limiter.acquire(limit, subject)
                                .thenReturn(1)
                                .onErrorResume(Problem.class, _ -> Mono.just(0)),
                        100)
                .filter(one -> one == 1)
                .count();
        StepVerifier.create(passed).expectNext(10L).verifyComplete();
    }

    @Test
    void takesBackWhatDidNotCountButNeverMoreThanTheBurst() {
        RateLimit limit = new RateLimit("guess", 2, Duration.ofMinutes(5), false);
        RateLimiter limiter = limiter(Map.of());
        for (int call = 0; call < 10; call++) {
            passes(limiter, limit);
            StepVerifier.create(limiter.giveBack(limit, subject)).verifyComplete();
        }
        StepVerifier.create(limiter.giveBack(limit, subject)).verifyComplete();
        passes(limiter, limit);
        passes(limiter, limit);
        StepVerifier.create(limiter.acquire(limit, subject))
                .expectError(Problem.class)
                .verify(PATIENCE);
    }

    @Test
    void countsEachSubjectAndEachLimitApart() {
        RateLimit one = new RateLimit("one", 1, Duration.ofMinutes(1), true);
        RateLimit two = new RateLimit("two", 1, Duration.ofMinutes(1), true);
        RateLimiter limiter = limiter(Map.of());
        passes(limiter, one);
        passes(limiter, two);
        StepVerifier.create(limiter.acquire(one, subject + "!")).verifyComplete();
        refuses(limiter, one, CommonProblem.TOO_MANY_REQUESTS);
    }

    @Test
    void takesSettingsInPlaceOfTheDefault() {
        RateLimit limit = new RateLimit("adjusted", 100, Duration.ofMinutes(1), true);
        RateLimiter limiter = limiter(Map.of("adjusted", new Setting(1, null)));
        passes(limiter, limit);
        refuses(limiter, limit, CommonProblem.TOO_MANY_REQUESTS);
    }

    @Test
    void forgetsASubjectWhenItsBurstIsWholeAgain() {
        RateLimit limit = new RateLimit("short", 1, Duration.ofSeconds(1), true);
        passes(limiter(Map.of()), limit);
        String key = LimitSubject.of(subject).key(Quota.of(limit, Map.of()));
        Long rest = client.connect().sync().pttl(key);
        assertThat(rest).isBetween(1L, 1_000L);
    }

    @Test
    void letsNobodyWaitLongerThanAWindowWhenTheClockStepsBack() {
        RateLimit limit = new RateLimit("clock", 2, Duration.ofSeconds(10), true);
        Quota quota = Quota.of(limit, Map.of());
        long tomorrow = (System.currentTimeMillis() + 86_400_000L) * 1_000;
        client.connect().sync().set(LimitSubject.of(subject).key(quota), Long.toString(tomorrow));
        StepVerifier.create(limiter(Map.of()).acquire(limit, subject))
                .expectErrorSatisfies(
                        error -> assertThat(((Problem) error).retryAfter().orElseThrow())
                                .isLessThanOrEqualTo(Duration.ofSeconds(10)))
                .verify(PATIENCE);
    }

    @Test
    void passesOrRefusesAsTheLimitSaysWhileRedisIsDown() {
        RedisServer redis = TestServers.redis();
        RedisClient own = RedisClient.create(redis.url());
        own.setOptions(ClientOptions.builder()
                .timeoutOptions(TimeoutOptions.enabled(Duration.ofSeconds(1)))
                .build());
        RateLimiter limiter = new RedisRateLimiter(
                new AcquireScript(own.connect().reactive()),
                new GiveBackScript(own.connect().reactive()),
                Map.of());
        redis.kill();
        StepVerifier.create(limiter.acquire(new RateLimit("open", 1, Duration.ofSeconds(1), true), subject)
                        .timeout(PATIENCE))
                .verifyComplete();
        refuses(limiter, new RateLimit("closed", 1, Duration.ofSeconds(1), false), CommonProblem.UNAVAILABLE);
        own.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }

    private RateLimiter limiter(Map<String, Setting> settings) {
        return new RedisRateLimiter(
                new AcquireScript(client.connect().reactive()),
                new GiveBackScript(client.connect().reactive()),
                settings);
    }

    private void passes(RateLimiter limiter, RateLimit limit) {
        StepVerifier.create(limiter.acquire(limit, subject)).verifyComplete();
    }

    private void refuses(RateLimiter limiter, RateLimit limit, CommonProblem code) {
        StepVerifier.create(limiter.acquire(limit, subject))
                .expectErrorSatisfies(
                        error -> assertThat(((Problem) error).code()).isEqualTo(code))
                .verify(PATIENCE);
    }
}
