package io.pasar.platform.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/// Keeps the gauges that need a query up to date.
final class EventGaugesJob implements LoopPart {

    private static final int COUNTED_MAX = 10_000;

    private final List<String> consumers;
    private final OutboxStore outbox;
    private final DeadLetterStore deadLetters;
    private final EventProperties properties;
    private final EventInstruments instruments;

    /// @param consumers names that are shown even without dead letters
    EventGaugesJob(
            List<String> consumers,
            OutboxStore outbox,
            DeadLetterStore deadLetters,
            EventProperties properties,
            EventInstruments instruments) {
        this.consumers = List.copyOf(consumers);
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.properties = properties;
        this.instruments = instruments;
    }

    @Override
    public String name() {
        return "gauges of the event stream";
    }

    @Override
    public Mono<Duration> step() {
        return outbox.lag(COUNTED_MAX)
                .doOnNext(instruments::lag)
                .then(deadLetters.count())
                .doOnNext(this::show)
                .timeout(properties.commandTimeout())
                .thenReturn(properties.gaugesEvery());
    }

    private void show(Map<String, Long> counted) {
        Map<String, Long> all = new HashMap<>();
        consumers.forEach(consumer -> all.put(consumer, 0L));
        all.putAll(counted);
        instruments.deadLetters(all);
    }
}
