package io.pasar.platform.idempotency;

import io.pasar.platform.idempotency.ClaimDecision.ComeBack;
import io.pasar.platform.idempotency.ClaimDecision.Refuse;
import io.pasar.platform.idempotency.ClaimDecision.Replay;
import io.pasar.platform.idempotency.ClaimDecision.Run;
import io.pasar.platform.job.Uninterrupted;
import io.pasar.platform.problem.CommonProblem;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Runs each keyed request once.
///
/// In a transaction: claim, effect and answer commit together. The claim's row stays locked meanwhile, so a
/// repeat waits for the end and then finds an answer, or nothing and becomes the first. A refusal (4xx) rolls
/// the effect back to a savepoint and is kept; a failure (5xx) and an answer that says when to come back roll
/// everything back.
final class IdempotencyService {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyService.class);
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final IdempotencyStore store;
    private final TransactionalOperator transactions;
    private final IdempotencyProperties settings;

    IdempotencyService(IdempotencyStore store, TransactionalOperator transactions, IdempotencyProperties settings) {
        this.store = store;
        this.transactions = transactions;
        this.settings = settings;
    }

    /// Effect and record in one transaction.
    Mono<AnsweredOnce> inTransaction(KeyedRequest request, Duration keep, Mono<KeptAnswer> effect) {
        return store.claim(request, keep, null, settings.patience())
                .flatMap(decision -> follow(decision, run -> runAndKeep(request, run, undoable(effect))))
                .as(transactions::transactional)
                .onErrorResume(UndoneAnswer.class, IdempotencyService::answered);
    }

    /// Claim committed first, then the effect, then the record. A caller that leaves ends none of it: its repeat
    /// must find the effect's answer, not begin a second one beside the first.
    Mono<AnsweredOnce> underLease(KeyedRequest request, Duration keep, Duration lease, Mono<KeptAnswer> effect) {
        return Uninterrupted.work(store.claim(request, keep, lease, settings.patience())
                        .flatMap(
                                decision -> follow(decision, run -> Uninterrupted.begun(leased(request, run, effect)))))
                .onErrorResume(UndoneAnswer.class, IdempotencyService::answered);
    }

    private static Mono<AnsweredOnce> follow(ClaimDecision decision, Function<Run, Mono<AnsweredOnce>> first) {
        return switch (decision) {
            case Run run -> first.apply(run);
            case Replay(KeptAnswer answer) -> Mono.just(new AnsweredOnce(answer, true));
            case ComeBack() ->
                Mono.error(() -> CommonProblem.IDEMPOTENCY_IN_PROGRESS
                        .because("The first request with this key is still running. Repeat this one shortly.")
                        .retryAfter(COME_BACK));
            case Refuse() ->
                Mono.error(() -> CommonProblem.IDEMPOTENCY_KEY_REUSED.because(
                        "Method, path, query or body differ from the first request with this key. Use a new key."));
        };
    }

    /// The effect in a transaction of its own inside the claim's: a refusal undoes it, and nothing else.
    private Mono<KeptAnswer> undoable(Mono<KeptAnswer> effect) {
        return effect.flatMap(IdempotencyService::undoRefusal)
                .as(transactions::transactional)
                .onErrorResume(UndoneAnswer.class, undone -> Mono.just(undone.answer()));
    }

    private Mono<AnsweredOnce> leased(KeyedRequest request, Run run, Mono<KeptAnswer> effect) {
        return runAndKeep(request, run, effect)
                .onErrorResume(failure -> released(request, run).then(Mono.error(failure)));
    }

    /// A claim that cannot be given back now ends with its lease.
    private Mono<Void> released(KeyedRequest request, Run run) {
        return store.release(request, run)
                .onErrorResume(failure -> Mono.fromRunnable(
                        () -> LOG.warn("A claim stays until its lease ends: {}", failure.toString())));
    }

    private Mono<AnsweredOnce> runAndKeep(KeyedRequest request, Run run, Mono<KeptAnswer> effect) {
        return effect.flatMap(IdempotencyService::leaveUnlessFinal)
                .flatMap(answer -> store.keep(request, run, answer).thenReturn(new AnsweredOnce(answer, false)));
    }

    private static Mono<KeptAnswer> undoRefusal(KeptAnswer answer) {
        return answer.isRefusal() ? Mono.error(new UndoneAnswer(answer)) : Mono.just(answer);
    }

    private static Mono<KeptAnswer> leaveUnlessFinal(KeptAnswer answer) {
        return answer.isFinal() ? Mono.just(answer) : Mono.error(new UndoneAnswer(answer));
    }

    private static Mono<AnsweredOnce> answered(UndoneAnswer undone) {
        return Mono.just(new AnsweredOnce(undone.answer(), false));
    }
}
