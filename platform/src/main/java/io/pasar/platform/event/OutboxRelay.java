package io.pasar.platform.event;

import io.pasar.platform.event.AppendAnswer.Appended;
import io.pasar.platform.event.AppendAnswer.Full;
import io.pasar.platform.event.AppendAnswer.Lost;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Carries committed events from the outbox to the service's stream, in order, at least once.
///
/// The life of an event:
///
/// 1. A feature appends it in its transaction; the commit opens the [WakeGate].
/// 2. The one relay of the service that holds the lease reads the first rows that wait, in order of position.
/// 3. [AppendScript] appends them to the stream in one step, as one [Batch].
/// 4. The rows are marked with their batch, and `outbox_tip` moves to it, in one statement.
/// 5. Consumers take the entries; `trim.lua` removes those that every consumer has taken; the sweep deletes
/// rows that every consumer has taken and that are older than the retention.
///
/// No transaction is open while Redis is asked. Dying between 3 and 4 relays the rows again; consumers drop the
/// repeats. Since all rows that wait are relayed again in the same order, no event of a subject is first seen
/// after a later one.
///
/// **Redis may forget**: wiped, restored from a copy, or failed over to a replica that was behind. The stream's
/// own last id tells: if it is before the tip, entries are gone. Then exactly the rows with later batches are
/// put back into the queue (after a wipe: every row the retention has kept). Every append compares, and so does
/// a look once per `poll` while nothing happens.
///
/// **Redis may be full**: if there is no room below the cap after trimming, the relay waits, the rows stay in
/// PostgreSQL, and a log line names the consumer group that holds things up.
final class OutboxRelay implements LoopPart {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int TAKEN_BACK_AT_ONCE_MAX = 5_000;
    private static final Duration TAKING_BACK_MAX = Duration.ofSeconds(30);

    private final StreamKey key;
    private final OutboxStore store;
    private final AppendScript appendScript;
    private final TrimScript trimScript;
    private final LeaseGate lease;
    private final WakeGate wake;
    private final WakeChannelClient channel;
    private final EventProperties properties;
    private final EventInstruments instruments;
    private final AtomicBoolean full = new AtomicBoolean();

    OutboxRelay(
            StreamKey key,
            OutboxStore store,
            AppendScript appendScript,
            TrimScript trimScript,
            LeaseGate lease,
            WakeGate wake,
            WakeChannelClient channel,
            EventProperties properties,
            EventInstruments instruments) {
        this.key = key;
        this.store = store;
        this.appendScript = appendScript;
        this.trimScript = trimScript;
        this.lease = lease;
        this.wake = wake;
        this.channel = channel;
        this.properties = properties;
        this.instruments = instruments;
    }

    @Override
    public String name() {
        return "relay of " + key;
    }

    @Override
    public Mono<Duration> step() {
        boolean rung = wake.shut();
        return lease.enter().flatMap(held -> held ? relay() : standBy(rung));
    }

    /// Another instance relays: tell it, if this one has committed something.
    private Mono<Duration> standBy(boolean rung) {
        Mono<Void> told = rung ? channel.ring().timeout(properties.commandTimeout()) : Mono.empty();
        return told.thenReturn(properties.poll());
    }

    private Mono<Duration> relay() {
        return store.next(properties.relay().batch())
                .timeout(properties.commandTimeout())
                .flatMap(this::append);
    }

    private Mono<Duration> append(OutboxBatch batch) {
        return appendScript
                .append(key, batch, properties.relay().streamCap())
                .timeout(properties.commandTimeout())
                .flatMap(answer -> carryOut(batch, answer));
    }

    private Mono<Duration> carryOut(OutboxBatch batch, AppendAnswer answer) {
        return switch (answer) {
            case Appended appended when batch.rows().isEmpty() -> Mono.just(properties.poll());
            case Appended appended -> markPublished(batch, appended.batch());
            case Lost lost -> takeBack(lost.newest());
            case Full _ -> makeRoom();
        };
    }

    private Mono<Duration> markPublished(OutboxBatch batch, Batch appended) {
        instruments.relayed(batch.rows().size());
        boolean more = batch.rows().size() == properties.relay().batch();
        full.set(full.get() && more);
        return Mono.justOrEmpty(lease.held())
                .flatMap(held -> store.markPublished(held, appended, batch.rows()))
                .timeout(properties.commandTimeout())
                .thenReturn(more ? Duration.ZERO : properties.poll());
    }

    /// In bounded pieces; the tip moves last, so a relay that dies half-way finds the loss again.
    private Mono<Duration> takeBack(Batch newest) {
        LOG.warn("{} has lost entries; events relayed after batch {} are relayed again", key, newest.number());
        instruments.foundLoss();
        return Mono.justOrEmpty(lease.held())
                .flatMap(held -> takeBackAll(held, newest).then(store.moveTip(held, newest)))
                .thenReturn(Duration.ZERO);
    }

    private Mono<Void> takeBackAll(Lease held, Batch newest) {
        return store.takeBack(held, newest, TAKEN_BACK_AT_ONCE_MAX)
                .timeout(TAKING_BACK_MAX)
                .repeat()
                .takeUntil(rows -> rows < TAKEN_BACK_AT_ONCE_MAX)
                .then();
    }

    private Mono<Duration> makeRoom() {
        return trimScript
                .trim(key, Duration.ZERO)
                .timeout(properties.commandTimeout())
                .map(this::roomAfter);
    }

    private Duration roomAfter(Trimmed trimmed) {
        if (trimmed.entries() + properties.relay().batch() <= properties.relay().streamCap()) {
            return Duration.ZERO;
        }
        instruments.foundFull();
        if (!full.getAndSet(true)) {
            LOG.warn(
                    "{} is full with {} entries; events wait in PostgreSQL for consumer {}",
                    key,
                    trimmed.entries(),
                    trimmed.slowest());
        }
        return properties.poll();
    }

    @Override
    public Mono<Void> pause(Duration limit) {
        return wake.await(limit);
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
