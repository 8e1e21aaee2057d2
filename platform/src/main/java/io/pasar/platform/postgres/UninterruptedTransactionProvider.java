package io.pasar.platform.postgres;

import io.pasar.platform.job.Uninterrupted;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.transaction.ReactiveTransaction;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;

/// Transactions that callers cannot leave half-way. A cancelled reactive transaction is rolled back while its work
/// may still be going on in another thread: a statement that follows the `ROLLBACK` on its connection commits by
/// itself, and a `BEGIN` under way is not undone at all, so that what the connection's next user writes is
/// acknowledged and never committed
/// ([spring-framework#32115](https://github.com/spring-projects/spring-framework/issues/32115)). Here a
/// transaction whose work has begun commits or fails as if its caller had stayed; one whose caller left before
/// that is rolled back. What it answers leaves after the commit, all at once.
///
/// Transactions inside it are the inner operator's: what cancels a part of a transaction, such as a time limit
/// inside it, must end the connection as well.
final class UninterruptedTransactionProvider implements TransactionalOperator {

    private static final String INSIDE = UninterruptedTransactionProvider.class.getName();

    private final TransactionalOperator transactions;

    UninterruptedTransactionProvider(TransactionalOperator transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> Flux<T> execute(TransactionCallback<T> action) {
        return Flux.deferContextual(
                context -> context.hasKey(INSIDE) ? transactions.execute(action) : outermost(action));
    }

    private <T> Flux<T> outermost(TransactionCallback<T> action) {
        return Uninterrupted.work(transactions
                        .execute(transaction -> unlessAbandoned(action, transaction))
                        .collectList()
                        .contextWrite(own -> own.put(INSIDE, true)))
                .flatMapIterable(Function.identity());
    }

    private static <T> Publisher<T> unlessAbandoned(TransactionCallback<T> action, ReactiveTransaction transaction) {
        return Flux.deferContextual(
                context -> Uninterrupted.isAbandoned(context) ? nobodyWaits() : action.doInTransaction(transaction));
    }

    private static <T> Flux<T> nobodyWaits() {
        return Flux.error(new CancellationException("The caller left before the transaction began"));
    }
}
