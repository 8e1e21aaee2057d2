package io.pasar.platform.idempotency;

import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.FailureAdvice;
import io.pasar.platform.problem.Problem;
import io.pasar.platform.problem.ProblemBody;
import io.pasar.platform.problem.ProblemCode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// [Idempotency] for commands: answers and refusals are kept as JSON.
final class CommandIdempotencyService implements Idempotency {

    private static final int OK = 200;
    private static final int FAILURES = 500;

    private final IdempotencyService idempotency;
    private final IdempotencyProperties settings;
    private final JsonMapper json;

    /// A kind of refusal read back from the table.
    private record KeptCode(String slug, int status, String title) implements ProblemCode {}

    CommandIdempotencyService(IdempotencyService idempotency, IdempotencyProperties settings, JsonMapper json) {
        this.idempotency = idempotency;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public <T> Mono<T> once(
            Caller.Member caller, String operation, String key, Object request, Class<T> answerType, Mono<T> effect) {
        return Mono.defer(() -> {
            KeyedRequest keyed = KeyedRequest.of(
                    "command " + caller.id(),
                    new IdempotencyKey(key),
                    List.of(operation),
                    json.writeValueAsBytes(request));
            return idempotency
                    .inTransaction(keyed, settings.commandKeep(), kept(effect))
                    .flatMap(answered -> opened(answered.answer(), answerType));
        });
    }

    private <T> Mono<KeptAnswer> kept(Mono<T> effect) {
        return effect.map(answer -> kept(OK, json.writeValueAsBytes(answer)))
                .defaultIfEmpty(kept(OK, new byte[0]))
                .onErrorResume(CommandIdempotencyService::isRefusal, refusal -> Mono.just(kept(refusal)));
    }

    private KeptAnswer kept(Throwable refusal) {
        Problem problem = FailureAdvice.problemOf(refusal);
        return kept(problem.code().status(), json.writeValueAsBytes(ProblemBody.of(problem)));
    }

    private static KeptAnswer kept(int status, byte[] body) {
        return new KeptAnswer(status, Map.of(), Base64.getEncoder().encodeToString(body));
    }

    private <T> Mono<T> opened(KeptAnswer answer, Class<T> type) {
        byte[] body = Base64.getDecoder().decode(answer.body());
        if (answer.isRefusal()) {
            return Mono.error(() -> problem(json.readValue(body, ProblemBody.class)));
        }
        return body.length == 0 ? Mono.empty() : Mono.fromCallable(() -> json.readValue(body, type));
    }

    private static Problem problem(ProblemBody kept) {
        String slug = kept.type().toString().substring(ProblemCode.TYPE_PREFIX.length());
        return new KeptCode(slug, kept.status(), kept.title())
                .because(kept.detail())
                .with(kept.errors());
    }

    /// Failures, and refusals that say when to come back, stay errors: they undo everything, the claim too.
    private static boolean isRefusal(Throwable error) {
        Problem problem = FailureAdvice.problemOf(error);
        return problem.code().status() < FAILURES && problem.retryAfter().isEmpty();
    }
}
