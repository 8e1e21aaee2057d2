package io.pasar.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import io.pasar.test.MutableClock;
import io.pasar.test.TestTokens;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/// When an issuer is asked for its keys, and what happens when it does not answer.
class JwksClientTest {

    private static final String KEY = "test-key-1";
    private static final String KEYS = TestTokens.jwks();

    private final MutableClock clock = MutableClock.at("2026-11-11T20:00:00Z");
    private final Deque<Mono<String>> answers = new ArrayDeque<>();
    private int fetches;
    private final JwksClient client = client(Duration.ofSeconds(20));

    @Test
    void asksOnceForAllWhoWait() {
        Sinks.One<String> answer = Sinks.one();
        answers.add(answer.asMono());
        Mono<KeyRing> first = client.keys(KEY).cache();
        Mono<KeyRing> second = client.keys(KEY).cache();
        Disposable one = first.subscribe();
        Disposable two = second.subscribe();
        answer.tryEmitValue(KEYS).orThrow();
        StepVerifier.create(Mono.zip(first, second)).expectNextCount(1).verifyComplete();
        assertThat(fetches).isEqualTo(1);
        assertThat(one.isDisposed()).isEqualTo(two.isDisposed());
    }

    @Test
    void goesOnFetchingForTheOthersWhenTheFirstLeaves() {
        Sinks.One<String> answer = Sinks.one();
        answers.add(answer.asMono());
        Disposable leaving = client.keys(KEY).subscribe();
        Mono<KeyRing> staying = client.keys(KEY).cache();
        Disposable waits = staying.subscribe();
        leaving.dispose();
        answer.tryEmitValue(KEYS).orThrow();
        StepVerifier.create(staying).expectNextCount(1).verifyComplete();
        assertThat(waits.isDisposed()).isTrue();
        assertThat(fetches).isEqualTo(1);
    }

    @Test
    void keepsOldKeysWhileTheIssuerCannotBeReached() {
        answers.add(Mono.just(KEYS));
        answers.add(Mono.error(new IllegalStateException("down")));
        fetched();
        clock.advance(Duration.ofMinutes(16));
        fetched();
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void saysUnavailableWhenItNeverGotAnyKeysAndTriesAgainAfterASecond() {
        answers.add(Mono.never());
        answers.add(Mono.just(KEYS));
        JwksClient impatient = client(Duration.ofMillis(50));
        unavailable(impatient);
        unavailable(impatient);
        assertThat(fetches).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        StepVerifier.create(impatient.keys(KEY)).expectNextCount(1).verifyComplete();
    }

    @Test
    void takesNoKeySetForNoAnswer() {
        answers.add(Mono.just("<html>"));
        unavailable(client);
    }

    @Test
    void fetchesAgainWhenTheKeysAreOld() {
        answers.add(Mono.just(KEYS));
        answers.add(Mono.just(KEYS));
        fetched();
        clock.advance(Duration.ofMinutes(15));
        fetched();
        assertThat(fetches).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        fetched();
        assertThat(fetches).isEqualTo(2);
    }

    private void fetched() {
        StepVerifier.create(client.keys(KEY)).expectNextCount(1).verifyComplete();
    }

    private static void unavailable(JwksClient asked) {
        StepVerifier.create(asked.keys(KEY))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.code()).isEqualTo(CommonProblem.UNAVAILABLE)))
                .verify(Duration.ofSeconds(5));
    }

    private JwksClient client(Duration patience) {
        KeyRefreshRules rules = new KeyRefreshRules(Duration.ofMinutes(15), Duration.ofSeconds(30));
        return new JwksClient(new Source(), rules, patience, clock);
    }

    private final class Source implements IssuerKeys {

        @Override
        public String issuer() {
            return TestTokens.issuer();
        }

        @Override
        public Mono<String> jwks() {
            fetches++;
            return answers.remove();
        }
    }
}
