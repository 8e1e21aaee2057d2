package io.pasar.community.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.pasar.platform.postgres.PostgresConfiguration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Compares the ledger with itself: balances with entries, lines with balances, and every link of the hash
/// chain. What does not add up is logged and counted by the gauge `pasar.ledger.violations`.
@Service
class LedgerCheckService {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerCheckService.class);

    private final LedgerCheckStore store;
    private final TransactionalOperator snapshot;
    private final AtomicInteger violations;

    LedgerCheckService(LedgerCheckStore store, ReactiveTransactionManager transactions, MeterRegistry meters) {
        this.store = store;
        this.snapshot = PostgresConfiguration.transactionalOperator(transactions, repeatableRead());
        this.violations = new AtomicInteger();
        LedgerMeters.VIOLATIONS.gauge(meters, violations::get);
    }

    private static TransactionDefinition repeatableRead() {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        definition.setReadOnly(true);
        return definition;
    }

    /// What does not add up, as sentences; empty if all is well. Reads one snapshot, so it may run beside
    /// writers.
    Mono<List<String>> check() {
        return Flux.concat(store.violations(), brokenLink())
                .collectList()
                .as(snapshot::transactional)
                .doOnNext(this::report);
    }

    private Flux<String> brokenLink() {
        return store.chain()
                .reduce(ChainCheck.start(), ChainCheck::follow)
                .zipWith(store.head(), (check, head) -> check.endAt(head.seq(), head.hash()))
                .onErrorReturn(IllegalArgumentException.class, new ChainCheck.Broken(0))
                .flatMapIterable(LedgerCheckService::sentences);
    }

    private static List<String> sentences(ChainCheck check) {
        return switch (check) {
            case ChainCheck.Whole _ -> List.of();
            case ChainCheck.Broken(long seq) -> List.of("the hash chain is broken at transaction " + seq);
        };
    }

    private void report(List<String> found) {
        violations.set(found.size());
        found.forEach(violation -> LOG.error("ledger: {}", violation));
    }
}
