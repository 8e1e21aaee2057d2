package io.pasar.live.catalogue.intake;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.JobId;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.money.Money;
import io.pasar.live.catalogue.shopify.ImportError;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.limit.RateLimiter;
import io.pasar.platform.postgres.AfterCommit;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes catalogue files in. A file that cannot be read leaves nothing behind; one that can is stored with its
/// job before the caller has an answer.
@Service
class ImportService {

    private static final ImportError CANCELLED =
            new ImportError(0, "", "", "you cancelled the import; what was not imported by then is left out");

    private final SpoolService spools;
    private final ImportStore imports;
    private final ImportJob workers;
    private final RateLimiter limits;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final ImportProperties settings;

    ImportService(
            SpoolService spools,
            ImportStore imports,
            ImportJob workers,
            RateLimiter limits,
            TransactionalOperator transaction,
            IdGenerator ids,
            ImportProperties settings) {
        this.spools = spools;
        this.imports = imports;
        this.workers = workers;
        this.limits = limits;
        this.transaction = transaction;
        this.ids = ids;
        this.settings = settings;
    }

    /// Takes the file in; the import itself goes on without the caller.
    ///
    /// @param currency ISO 4217 code of every price, or null for the configured one
    /// @return the job, or a problem: `csv-…` for a file that cannot be read, `payload-too-large`,
    ///     `too-many-imports`
    Mono<JobId> take(Caller.Member owner, @Nullable String currency, Flux<DataBuffer> upload) {
        String prices = requireCurrency(currency);
        return limits.acquire(ImportLimit.UPLOADS, owner.id().toString())
                .then(Mono.defer(() -> requireRoom(owner.id())))
                .then(spools.with(spool -> received(upload, spool).flatMap(file -> keep(owner.id(), prices, file))));
    }

    /// How far the member's import is; else a `not-found` problem, also for somebody else's.
    Mono<ImportProgress> progress(Caller.Member owner, JobId id) {
        return imports.find(id, owner.id())
                .switchIfEmpty(Mono.error(() -> CommonProblem.NOT_FOUND.because("You have no job with this id.")));
    }

    /// Ends the member's import where it stands: what is imported stays, the rest counts as failed. One that
    /// has ended is left as it is.
    Mono<ImportProgress> cancel(Caller.Member owner, JobId id) {
        return imports.cancel(id, owner.id(), CANCELLED)
                .then(AfterCommit.run(Mono.fromRunnable(workers::wake)))
                .then(Mono.defer(() -> progress(owner, id)))
                .as(transaction::transactional);
    }

    private Mono<Void> requireRoom(MemberId owner) {
        return imports.waiting(owner)
                .filter(waiting -> waiting < settings.waitingMax())
                .switchIfEmpty(Mono.error(() -> ImportProblem.TOO_MANY_IMPORTS.because(
                        "You have " + settings.waitingMax() + " unfinished imports; wait for one to end.")))
                .then();
    }

    private Mono<SurveyedFile> received(Flux<DataBuffer> upload, Spool spool) {
        return spools.receive(upload, spool).then(spools.survey(spool));
    }

    private Mono<JobId> keep(MemberId owner, String currency, SurveyedFile file) {
        JobId job = new JobId(ids.next());
        return imports.add(job, owner, currency, file.survey().products(), file.parts())
                .thenMany(Flux.range(0, file.parts()))
                .concatMap(number -> keepPart(job, file, number), 0)
                .then(AfterCommit.run(Mono.fromRunnable(workers::wake)))
                .thenReturn(job)
                .as(transaction::transactional);
    }

    private Mono<Void> keepPart(JobId job, SurveyedFile file, int number) {
        return spools.part(file, number).flatMap(bytes -> imports.addPart(job, number, bytes));
    }

    private String requireCurrency(@Nullable String wanted) {
        String currency = wanted == null ? settings.currency() : wanted;
        try {
            return Money.ofMinor(0, currency).currencyCode();
        } catch (IllegalArgumentException objection) {
            throw Problem.invalid("/currency", String.valueOf(objection.getMessage()));
        }
    }
}
