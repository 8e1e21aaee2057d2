package io.pasar.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.id.MemberId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import io.pasar.platform.trial.UsesTrialService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// One effect and one answer per key for socket commands, and the end of all keys.
@UsesTrialService
class CommandIdempotencyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Ask TWO = new Ask(2);

    private final Caller.Member member = new Caller.Member(new MemberId(UUID.randomUUID()), "ayu", "Ayu", Instant.MAX);
    private final String key = UUID.randomUUID().toString();
    private final String title = "command " + key;
    private final AtomicInteger runs = new AtomicInteger();

    @Autowired
    Idempotency idempotency;

    @Autowired
    IdempotencySweepJob sweeping;

    @Autowired
    DatabaseClient database;

    record Ask(int quantity) {}

    record Answer(UUID id, int run) {}

    @Test
    void runsOnceAndAnswersTheSameAgain() {
        Answer first = once(TWO, effect()).blockOptional(PATIENCE).orElseThrow();
        StepVerifier.create(once(TWO, effect())).expectNext(first).verifyComplete();
        assertThat(runs).hasValue(1);
        counts(1);
    }

    @Test
    void runsOnceForTwentyAtOnce() {
        Mono<List<Answer>> answers = Flux.range(0, 20)
                .flatMap(_ -> once(TWO, effect()), 20)
                .distinct()
                .collectList();
        StepVerifier.create(answers)
                .assertNext(distinct -> assertThat(distinct).hasSize(1))
                .verifyComplete();
        counts(1);
    }

    @Test
    void refusesTheKeyForAnotherRequestOrOperation() {
        once(TWO, effect()).block(PATIENCE);
        refuses(once(new Ask(3), effect()), CommonProblem.IDEMPOTENCY_KEY_REUSED);
        refuses(
                idempotency.once(member, "sale.release", key, TWO, Answer.class, effect()),
                CommonProblem.IDEMPOTENCY_KEY_REUSED);
        counts(1);
    }

    @Test
    void keepsARefusalWithItsReasonsAndUndoesTheEffect() {
        Mono<Answer> refused = effect().then(Mono.error(() -> Problem.invalid("/quantity", "must be " + runs)));
        String first = refuses(once(TWO, refused), CommonProblem.INVALID_REQUEST);
        assertThat(refuses(once(TWO, refused), CommonProblem.INVALID_REQUEST)).isEqualTo(first);
        assertThat(runs).hasValue(1);
        counts(0);
    }

    @Test
    void runsAgainAfterAFailureAndAfterBeingToldToComeBack() {
        Mono<Answer> later = effect().then(Mono.error(
                () -> CommonProblem.TOO_MANY_REQUESTS.because("slower").retryAfter(Duration.ofSeconds(1))));
        Mono<Answer> broken = effect().then(Mono.error(() -> new IllegalStateException("broken")));
        refuses(once(TWO, later), CommonProblem.TOO_MANY_REQUESTS);
        StepVerifier.create(once(TWO, broken)).verifyErrorMessage("broken");
        StepVerifier.create(once(TWO, effect())).expectNextCount(1).verifyComplete();
        assertThat(runs).hasValue(3);
        counts(1);
    }

    @Test
    void replaysAnEffectWithoutAnAnswer() {
        Mono<Answer> silent = effect().then(Mono.empty());
        StepVerifier.create(once(TWO, silent)).verifyComplete();
        StepVerifier.create(once(TWO, silent)).verifyComplete();
        counts(1);
    }

    @Test
    void refusesAMalformedKey() {
        refuses(
                idempotency.once(member, "sale.reserve", "", TWO, Answer.class, effect()),
                CommonProblem.INVALID_REQUEST);
    }

    @Test
    void forgetsExpiredKeysAndNoOthers() {
        once(TWO, effect()).block(PATIENCE);
        database.sql("""
                        INSERT INTO idempotency (id, fingerprint, answer, expires_at)
                        SELECT sha256(n::text::bytea), sha256(n::text::bytea), '\\x00', now() - interval '1 second'
                        FROM generate_series(1, 2500) n
                        """).then().block(PATIENCE);
        StepVerifier.create(sweeping.sweep())
                .assertNext(deleted -> assertThat(deleted).isGreaterThanOrEqualTo(2500))
                .verifyComplete();
        StepVerifier.create(once(TWO, effect())).expectNextCount(1).verifyComplete();
        assertThat(runs).hasValue(1);
    }

    @Test
    void takesAnExpiredKeyForANewOneEvenBeforeItIsSwept() {
        once(TWO, effect()).block(PATIENCE);
        database.sql("UPDATE idempotency SET expires_at = now()").then().block(PATIENCE);
        StepVerifier.create(once(new Ask(3), effect())).expectNextCount(1).verifyComplete();
        counts(2);
    }

    private Mono<Answer> once(Ask request, Mono<Answer> effect) {
        return idempotency.once(member, "sale.reserve", key, request, Answer.class, effect);
    }

    private Mono<Answer> effect() {
        return Mono.defer(() -> {
            Answer answer = new Answer(UUID.randomUUID(), runs.incrementAndGet());
            return database.sql("INSERT INTO offer (id, title, quantity) VALUES (:id, :title, 1)")
                    .bind("id", answer.id())
                    .bind("title", title)
                    .then()
                    .thenReturn(answer);
        });
    }

    private void counts(long expected) {
        StepVerifier.create(database.sql("SELECT count(*) FROM offer WHERE title = :title")
                        .bind("title", title)
                        .mapValue(Long.class)
                        .one())
                .expectNext(expected)
                .verifyComplete();
    }

    private static String refuses(Mono<Answer> answer, CommonProblem code) {
        Problem problem = answer.then(Mono.<Problem>empty())
                .onErrorResume(Problem.class, Mono::just)
                .blockOptional(PATIENCE)
                .orElseThrow();
        assertThat(problem.code().slug()).isEqualTo(code.slug());
        assertThat(problem.code().status()).isEqualTo(code.status());
        return problem.detail() + problem.errors();
    }
}
