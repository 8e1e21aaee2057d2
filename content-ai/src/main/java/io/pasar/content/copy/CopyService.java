package io.pasar.content.copy;

import io.micrometer.core.instrument.MeterRegistry;
import io.pasar.content.copy.CopyAnswer.ModelView;
import io.pasar.content.model.ModelName;
import io.pasar.content.model.ModelsProvider;
import io.pasar.content.model.PromptsProvider;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.limit.RateLimiter;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Copy for members: what was paid before comes from the store; of equal requests at the same time one writes
/// and the others wait for its answer, on whatever node they are.
@Component
class CopyService {

    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long POLLS_MAX = LEASE.dividedBy(POLL);

    private final RequestRules requests;
    private final CopyRules rules;
    private final WritingService writing;
    private final CopyStore store;
    private final RateLimiter limiter;
    private final IdGenerator ids;
    private final Scheduler work;
    private final ModelName model;
    private final String promptVersion;
    private final RulesVersion rulesVersion;
    private final MeterRegistry meters;

    CopyService(
            RequestRules requests,
            CopyRules rules,
            WritingService writing,
            CopyStore store,
            RateLimiter limiter,
            IdGenerator ids,
            Scheduler copyWork,
            ModelsProvider models,
            PromptsProvider prompts,
            RulesVersion rulesVersion,
            MeterRegistry meters) {
        this.requests = requests;
        this.rules = rules;
        this.writing = writing;
        this.store = store;
        this.limiter = limiter;
        this.ids = ids;
        this.work = copyWork;
        this.model = models.writer().name();
        this.promptVersion = prompts.version();
        this.rulesVersion = rulesVersion;
        this.meters = meters;
    }

    /// Somebody's turn with a key.
    private sealed interface Turn {

        /// It was paid before, or somebody else has just finished it.
        record Kept(KeptCopy copy) implements Turn {}

        /// This request writes it.
        record Ours(UUID claim) implements Turn {}
    }

    /// Reads the request on behalf of a member.
    ///
    /// @return the task; or a problem: 401, 429, `invalid-request`, `unsupported-locale`
    Mono<CopyTask> task(Caller caller, CopyRequest request) {
        return Mono.defer(() -> limiter.acquire(
                        CopyLimit.COPY, caller.requireMember().id().toString()))
                .then(Mono.fromCallable(() -> rules.task(requests.validate(request), writer()))
                        .subscribeOn(work));
    }

    /// The whole answer.
    Mono<CopyAnswer> answer(CopyTask task) {
        return events(task)
                .ofType(CopyEvent.Done.class)
                .map(CopyEvent.Done::answer)
                .single();
    }

    /// The texts as they pass their checks, then everything about them.
    Flux<CopyEvent> events(CopyTask task) {
        return turn(task.key()).publishOn(work).flatMapMany(turn -> switch (turn) {
            case Turn.Kept(var copy) -> replayed(task, copy);
            case Turn.Ours(var claim) -> claimed(task, claim).doOnError(Problem.class, _ -> count("refused"));
        });
    }

    private void count(String outcome) {
        CopyMeters.ANSWERS.counter(meters, outcome).increment();
    }

    /// Empty answers mean that somebody else writes it: look again until it is there or given up.
    private Mono<Turn> turn(CopyKey key) {
        return Mono.defer(() -> store.find(key).<Turn>map(Turn.Kept::new).switchIfEmpty(claim(key)))
                .repeatWhenEmpty(tries -> tries.take(POLLS_MAX).delayElements(POLL))
                .switchIfEmpty(Mono.error(() -> CommonProblem.UNAVAILABLE
                        .because("The same copy is being written for somebody else and takes too long.")
                        .retryAfter(LEASE)));
    }

    private Mono<Turn> claim(CopyKey key) {
        return Mono.defer(() -> {
            UUID claim = ids.next();
            return store.claim(key, claim, LEASE).filter(won -> won).map(_ -> new Turn.Ours(claim));
        });
    }

    /// However it ends, the claim does not outlive it; a kept answer stays.
    private Flux<CopyEvent> claimed(CopyTask task, UUID claim) {
        return Flux.usingWhen(Mono.just(claim), held -> written(task, held), held -> store.release(task.key(), held));
    }

    private Flux<CopyEvent> written(CopyTask task, UUID claim) {
        Progress progress = writing.begin(task);
        return writing.write(task, progress)
                .<CopyEvent>map(CopyEvent.Part::of)
                .concatWith(Mono.defer(() -> kept(task, claim, progress)));
    }

    /// What the built-in model wrote while the provider was out is not kept: the next request asks the provider
    /// again.
    private Mono<CopyEvent> kept(CopyTask task, UUID claim, Progress progress) {
        KeptCopy copy = new KeptCopy(progress.written(), progress.fallback());
        Mono<Void> keeping = progress.outage().isPresent() ? Mono.empty() : store.keep(task.key(), claim, copy);
        return keeping.then(Mono.fromSupplier(() -> done(task, copy, false)));
    }

    private Flux<CopyEvent> replayed(CopyTask task, KeptCopy copy) {
        return Flux.fromIterable(copy.written())
                .<CopyEvent>map(CopyEvent.Part::of)
                .concatWith(Mono.fromSupplier(() -> done(task, copy, true)));
    }

    private CopyEvent done(CopyTask task, KeptCopy copy, boolean cached) {
        count(cached ? "kept" : copy.fallback().isEmpty() ? "written" : "fallback");
        Map<String, String> writers = new LinkedHashMap<>();
        copy.written().forEach(text -> writers.put(text.kind().wireName(), text.writer()));
        ModelView view = new ModelView(
                model.provider(),
                model.name(),
                promptVersion,
                rulesVersion.text(),
                task.brief().voice().wireName(),
                writers,
                copy.fallback());
        return new CopyEvent.Done(CopyAnswer.of(copy.written(), view, cached, task));
    }

    private String writer() {
        return model + " " + promptVersion + " " + rulesVersion.text();
    }
}
