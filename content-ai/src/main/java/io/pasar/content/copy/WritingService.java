package io.pasar.content.copy;

import io.pasar.content.brief.Brief;
import io.pasar.content.brief.Draft;
import io.pasar.content.check.CopyGuard;
import io.pasar.content.check.CopyGuard.Objection;
import io.pasar.content.model.CopyModelClient;
import io.pasar.content.model.ModelsProvider;
import io.pasar.content.model.ProviderFailure;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Gets a task written: the configured model, one repair of what failed, then the built-in model, then a refusal.
/// Nothing is handed out that did not pass every check. Holds no transaction and no lock.
@Component
class WritingService {

    private static final Logger log = LoggerFactory.getLogger(WritingService.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final ModelsProvider models;
    private final CopyGuard guard;

    WritingService(ModelsProvider models, CopyGuard guard) {
        this.models = models;
        this.guard = guard;
    }

    /// A fresh account of the task's progress.
    Progress begin(CopyTask task) {
        return new Progress(task, guard, models.writer().name());
    }

    /// The texts as they pass, in the order the models finish them.
    ///
    /// @return fails with `copy-refused` if a kind cannot be written truly, `model-unavailable` if the provider is
    ///     out and nothing may step in
    Flux<WrittenCopy> write(CopyTask task, Progress progress) {
        return Flux.defer(() -> {
            refuseForbidden(task);
            return Flux.concat(
                    attempt(progress, models.writer(), model -> model.write(task.brief())),
                    Flux.defer(() -> repair(task, progress)),
                    Flux.defer(() -> stepIn(task, progress)),
                    Flux.defer(() -> refuse(task, progress)));
        });
    }

    private static Flux<WrittenCopy> attempt(
            Progress progress, CopyModelClient model, Function<CopyModelClient, Flux<Draft>> call) {
        return call.apply(model)
                .flatMapIterable(
                        draft -> progress.take(draft, model.name()).stream().toList())
                .onErrorResume(ProviderFailure.class, failure -> {
                    log.warn("model {}: {}", model.name(), failure.getMessage());
                    progress.failed(failure);
                    return Flux.empty();
                });
    }

    private Flux<WrittenCopy> repair(CopyTask task, Progress progress) {
        boolean hopeless = models.isBuiltin() || progress.outage().isPresent();
        if (hopeless || progress.remaining().isEmpty()) {
            return Flux.empty();
        }
        Brief rest = task.brief().only(progress.remaining());
        return attempt(
                progress, models.writer(), model -> model.repair(rest, progress.rejected(), progress.failures()));
    }

    private Flux<WrittenCopy> stepIn(CopyTask task, Progress progress) {
        boolean possible =
                models.fallback() && models.builtinWrites(task.brief().language()) && !models.isBuiltin();
        if (!possible || progress.remaining().isEmpty()) {
            return Flux.empty();
        }
        Brief rest = task.brief().only(progress.remaining());
        return attempt(progress, models.builtin(), model -> model.write(rest));
    }

    private static Flux<WrittenCopy> refuse(CopyTask task, Progress progress) {
        if (progress.remaining().isEmpty()) {
            return Flux.empty();
        }
        List<InputError> errors = progress.failures().stream()
                .map(check -> new InputError("/kinds/" + task.brief().kinds().indexOf(check.kind()), check.detail()))
                .toList();
        return Flux.error(progress.outage().isPresent() ? unavailable() : refused(errors));
    }

    /// A fact that the market forbids to state makes true copy impossible; no model is paid to find that out.
    private void refuseForbidden(CopyTask task) {
        List<Objection> objections = guard.objections(task.subject());
        if (!objections.isEmpty()) {
            throw refused(objections.stream()
                    .map(objection -> new InputError(task.pointerOf(objection.fact()), objection.reason()))
                    .toList());
        }
    }

    private static Problem refused(List<InputError> errors) {
        return CopyProblem.COPY_REFUSED
                .because("Copy is published only if it is true to its facts and lawful in its market.")
                .with(errors);
    }

    private static Problem unavailable() {
        return CopyProblem.MODEL_UNAVAILABLE
                .because("The configured model gave no answer and no other may step in.")
                .retryAfter(TRY_AGAIN);
    }
}
