package io.pasar.platform.event;

import io.pasar.kernel.event.DomainEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Feeds one [EventHandler] from its producer's stream, through a consumer group of its own.
///
/// - **Nothing is missed.** The group is created from the beginning of the stream. Entries handed out and not
///   acknowledged are handed out again before any new one, so a process that dies, an answer that is lost and a
///   Redis that starts anew all end in the same: the entries come again, in the same order.
/// - **Nothing is doubled.** [InboxService] claims each event in the transaction of its effect. An entry is
///   acknowledged with the next request for entries, after that commit.
/// - **Order.** One instance at a time works, by lease, and without it ends its batch where it is. If a former
///   one has not noticed yet, both walk the same entries in the same order, and neither passes an event before
///   its claim is committed by one of them.
final class EventConsumerJob<E extends DomainEvent> implements LoopPart {

    private final EventHandler<E> handler;
    private final StreamKey key;
    private final TakeScript script;
    private final InboxService inbox;
    private final LeaseGate lease;
    private final StreamBellClient bell;
    private final EventProperties properties;
    private volatile List<StreamOffset> settled = List.of();
    private volatile StreamOffset newest = StreamOffset.BEFORE_ALL;

    private record Settled(StreamOffset offset, boolean passed) {}

    EventConsumerJob(
            EventHandler<E> handler,
            TakeScript script,
            InboxService inbox,
            LeaseGate lease,
            StreamBellClient bell,
            EventProperties properties) {
        this.handler = handler;
        this.key = new StreamKey(handler.producer());
        this.script = script;
        this.inbox = inbox;
        this.lease = lease;
        this.bell = bell;
        this.properties = properties;
    }

    @Override
    public String name() {
        return "consumer " + handler.consumer();
    }

    @Override
    public Mono<Duration> step() {
        return lease.enter().flatMap(held -> held ? takeSome() : Mono.just(properties.poll()));
    }

    private Mono<Duration> takeSome() {
        List<StreamOffset> acknowledged = settled;
        settled = List.of();
        return script.take(key, handler.consumer(), properties.consumer().batch(), acknowledged)
                .timeout(properties.commandTimeout())
                .flatMap(this::settleAll);
    }

    /// Acknowledging fewer than were settled does no harm: they come again and are dropped as repeats.
    private Mono<Duration> settleAll(Taken taken) {
        newest = taken.newest();
        if (taken.entries().isEmpty()) {
            return Mono.just(properties.poll());
        }
        List<StreamOffset> done = new ArrayList<>();
        return inOrder(taken.entries(), this::settle)
                .doOnNext(done::add)
                .doOnTerminate(() -> settled = List.copyOf(done))
                .then(Mono.just(Duration.ZERO));
    }

    /// Settles one entry after the other, up to the first that is not let through: what follows it must not be
    /// handled before it.
    ///
    /// @param settle whether the entry was let through, once it is settled
    /// @return where the settled ones stand
    static Flux<StreamOffset> inOrder(List<StreamEntry> entries, Function<StreamEntry, Mono<Boolean>> settle) {
        return Flux.fromIterable(entries)
                .concatMap(entry -> settle.apply(entry).map(passed -> new Settled(entry.offset(), passed)), 0)
                .takeWhile(Settled::passed)
                .map(Settled::offset);
    }

    private Mono<Boolean> settle(StreamEntry entry) {
        return lease.enter().flatMap(held -> held ? inbox.settle(handler, entry).thenReturn(true) : Mono.just(false));
    }

    @Override
    public Mono<Void> pause(Duration limit) {
        return lease.isOpen() ? bell.await(newest, limit) : Mono.delay(limit).then();
    }

    @Override
    public void opening() {
        lease.open();
    }

    @Override
    public void closing() {
        lease.close();
    }

    @Override
    public Mono<Void> farewell() {
        return lease.leave();
    }
}
