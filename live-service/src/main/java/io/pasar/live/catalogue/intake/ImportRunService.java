package io.pasar.live.catalogue.intake;

import io.pasar.kernel.id.JobId;
import io.pasar.live.catalogue.CatalogueService;
import io.pasar.live.catalogue.Product;
import io.pasar.live.catalogue.shopify.ImportError;
import io.pasar.live.catalogue.shopify.ImportOutcome;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Carries imports out. A batch and the import's new position are one commit, and the position only moves for
/// the worker that has the lease and stands where the import stands; so no product is written twice or left
/// out, whoever dies or is overtaken.
@Service
class ImportRunService {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunService.class);
    private static final int RENEWALS_PER_LEASE = 3;
    private static final ImportError GIVEN_UP =
            new ImportError(0, "", "", "could not be stored, after several tries; upload the rest again");

    private final SpoolService spools;
    private final ImportStore imports;
    private final CatalogueService catalogue;
    private final TransactionalOperator transaction;
    private final ImportProperties settings;

    /// A batch with its products drawn up.
    private record DrawnBatch(ImportBatch batch, List<Product> products) {}

    ImportRunService(
            SpoolService spools,
            ImportStore imports,
            CatalogueService catalogue,
            TransactionalOperator transaction,
            ImportProperties settings) {
        this.spools = spools;
        this.imports = imports;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.settings = settings;
    }

    /// Claims the next import and carries it to its end.
    ///
    /// @return its id; empty if there was none to claim
    Mono<JobId> next(UUID worker) {
        return imports.claim(worker, settings.lease())
                .flatMap(job -> carryOn(job, worker).thenReturn(job.id()));
    }

    /// Gives back what the worker has, so that another need not wait for the lease to end.
    Mono<Void> release(UUID worker) {
        return imports.release(worker);
    }

    private Mono<Void> carryOn(ClaimedImport job, UUID worker) {
        if (job.isHopeless()) {
            LOG.error("Import {} is given up at product {}", job.id(), job.position());
            return end(job, worker, List.of(GIVEN_UP));
        }
        return spools.with(spool -> loaded(job, worker, spool)
                .flatMapMany(file -> batches(job, file))
                .concatMap(batch -> commit(job, worker, batch), 1)
                .then(end(job, worker, List.of())));
    }

    private Mono<SurveyedFile> loaded(ClaimedImport job, UUID worker, Spool spool) {
        return spools.load(imports.file(job), spool).then(spools.survey(spool)).takeUntilOther(overtaken(job, worker));
    }

    /// Keeps the lease for as long as somebody listens, while nothing can be committed yet that would renew it;
    /// ends in an error once another worker has the import.
    private Flux<Void> overtaken(ClaimedImport job, UUID worker) {
        return Flux.interval(settings.lease().dividedBy(RENEWALS_PER_LEASE))
                .onBackpressureDrop()
                .concatMap(_ -> imports.renew(job.id(), worker, settings.lease()), 1)
                .handle((kept, sink) -> {
                    if (!kept) {
                        sink.error(new OvertakenException(job.id()));
                    }
                });
    }

    private Flux<DrawnBatch> batches(ClaimedImport job, SurveyedFile file) {
        return spools.products(file, job.currency())
                .skip(job.position())
                .buffer(ImportBatch.SIZE)
                .index((number, outcomes) -> drawn(job, number, outcomes));
    }

    private DrawnBatch drawn(ClaimedImport job, long number, List<ImportOutcome> outcomes) {
        int position = Math.toIntExact(job.position() + number * ImportBatch.SIZE);
        ImportBatch batch = new ImportBatch(position, outcomes);
        return new DrawnBatch(batch, catalogue.products(job.owner(), batch.drafts()));
    }

    private Mono<Void> commit(ClaimedImport job, UUID worker, DrawnBatch drawn) {
        return imports.advance(job.id(), worker, drawn.batch(), settings.lease())
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new OvertakenException(job.id())))
                .then(Mono.defer(() -> catalogue.putByHandle(job.owner(), drawn.products())))
                .as(transaction::transactional);
    }

    private Mono<Void> end(ClaimedImport job, UUID worker, List<ImportError> last) {
        return imports.end(job.id(), worker, last).as(transaction::transactional);
    }
}
