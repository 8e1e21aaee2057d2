package io.pasar.platform.event;

import io.pasar.kernel.event.DomainEvent;
import io.pasar.kernel.id.EventId;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.platform.ServiceProperties;
import io.pasar.platform.postgres.AfterCommit;
import io.pasar.platform.trace.TraceService;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/// Writes events into the caller's transaction and wakes the relay once it has committed.
///
/// **Order.** Events of one subject are delivered in commit order provided that the caller writes them while it
/// holds the row lock of the subject, as it does after updating it. Then the second transaction takes its
/// position from the sequence only after the first has committed; so the first has the lower position, and
/// whoever sees the second row sees the first. Between subjects positions may commit out of order, and
/// rolled-back ones leave gaps; neither matters, because the relay asks for rows that wait rather than for rows
/// past the last position it saw.
final class OutboxService implements Outbox {

    private final OutboxStore store;
    private final EventCodec codec;
    private final IdGenerator ids;
    private final ServiceProperties service;
    private final WakeGate wake;
    private final TraceService traces;

    OutboxService(
            OutboxStore store,
            EventCodec codec,
            IdGenerator ids,
            ServiceProperties service,
            WakeGate wake,
            TraceService traces) {
        this.store = store;
        this.codec = codec;
        this.ids = ids;
        this.service = service;
        this.wake = wake;
        this.traces = traces;
    }

    @Override
    public Mono<Void> append(DomainEvent event) {
        return appendAll(List.of(event));
    }

    @Override
    public Mono<Void> appendAll(List<? extends DomainEvent> events) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .onErrorMap(NoTransactionException.class, OutboxService::noTransaction)
                .then(Mono.defer(() -> write(events)))
                .then(AfterCommit.run(Mono.fromRunnable(wake::open)));
    }

    private Mono<Void> write(List<? extends DomainEvent> events) {
        return traces.current()
                .map(trace ->
                        events.stream().map(event -> written(event, trace)).toList())
                .flatMap(written -> store.append(service.source(), written));
    }

    private WrittenEvent written(DomainEvent event, Optional<String> trace) {
        return new WrittenEvent(new EventId(ids.next()), event.type(), event.subject(), codec.write(event), trace);
    }

    private static IllegalStateException noTransaction(NoTransactionException cause) {
        return new IllegalStateException("an event is appended inside the transaction it tells of", cause);
    }
}
