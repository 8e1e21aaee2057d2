package io.pasar.platform.event;

import java.time.Duration;
import java.util.function.IntFunction;
import reactor.core.publisher.Mono;

/// Throws away what nobody needs any more: stream entries, outbox rows and records of events taken. Deletes in
/// bounded pieces; instances of a service that sweep at the same time do no harm.
final class EventSweepJob implements LoopPart {

    private static final Duration PIECE_MAX = Duration.ofSeconds(30);

    private final StreamKey key;
    private final TrimScript trimScript;
    private final OutboxStore outbox;
    private final ConsumedStore consumed;
    private final EventProperties properties;
    private final EventInstruments instruments;

    EventSweepJob(
            StreamKey key,
            TrimScript trimScript,
            OutboxStore outbox,
            ConsumedStore consumed,
            EventProperties properties,
            EventInstruments instruments) {
        this.key = key;
        this.trimScript = trimScript;
        this.outbox = outbox;
        this.consumed = consumed;
        this.properties = properties;
        this.instruments = instruments;
    }

    @Override
    public String name() {
        return "sweep of " + key;
    }

    @Override
    public Mono<Duration> step() {
        return trimScript
                .trim(key, properties.relay().streamKeep())
                .timeout(properties.commandTimeout())
                .doOnNext(trimmed -> instruments.streamEntries(trimmed.entries()))
                .flatMap(this::sweepOutbox)
                .then(inPieces(limit -> consumed.sweep(properties.retention().consumed(), limit)))
                .thenReturn(properties.retention().sweepEvery());
    }

    private Mono<Void> sweepOutbox(Trimmed trimmed) {
        return inPieces(
                limit -> outbox.sweep(trimmed.settled(), properties.retention().outbox(), limit));
    }

    private Mono<Void> inPieces(IntFunction<Mono<Long>> sweep) {
        int limit = properties.retention().sweepBatch();
        return Mono.defer(() -> sweep.apply(limit))
                .timeout(PIECE_MAX)
                .repeat()
                .takeUntil(rows -> rows < limit)
                .then();
    }
}
