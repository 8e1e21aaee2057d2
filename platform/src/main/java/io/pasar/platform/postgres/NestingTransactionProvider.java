package io.pasar.platform.postgres;

import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.GenericReactiveTransaction;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/// R2DBC transactions that nest by savepoints. Spring's own manager keeps the work registered for after the
/// commit when an inner transaction is rolled back; here that work goes with it, because what it would tell of
/// never happened.
final class NestingTransactionProvider extends R2dbcTransactionManager {

    private static final long serialVersionUID = 1L;

    /// What was registered when an inner transaction began.
    private record Registered(List<TransactionSynchronization> before) {}

    NestingTransactionProvider(ConnectionFactory connections) {
        super(connections);
    }

    @Override
    protected Mono<Void> doBegin(
            TransactionSynchronizationManager manager, Object transaction, TransactionDefinition definition) {
        if (!isExistingTransaction(transaction) || !manager.isSynchronizationActive()) {
            return super.doBegin(manager, transaction, definition);
        }
        Registered registered = new Registered(List.copyOf(manager.getSynchronizations()));
        return super.doBegin(manager, transaction, definition)
                .doOnSuccess(_ -> manager.bindResource(transaction, registered));
    }

    @Override
    protected Mono<Void> doRollback(TransactionSynchronizationManager manager, GenericReactiveTransaction status) {
        return super.doRollback(manager, status).doOnSuccess(_ -> forgetInner(manager, status.getTransaction()));
    }

    @Override
    protected Mono<Void> doCleanupAfterCompletion(TransactionSynchronizationManager manager, Object transaction) {
        return Mono.fromRunnable(() -> manager.unbindResourceIfPossible(transaction))
                .then(super.doCleanupAfterCompletion(manager, transaction));
    }

    private static void forgetInner(TransactionSynchronizationManager manager, Object transaction) {
        if (manager.getResource(transaction) instanceof Registered(var before)) {
            manager.clearSynchronization();
            manager.initSynchronization();
            before.forEach(manager::registerSynchronization);
        }
    }
}
