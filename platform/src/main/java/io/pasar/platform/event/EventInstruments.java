package io.pasar.platform.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.time.Duration;
import java.util.Map;

/// Where the event stream writes down its [EventMeters].
final class EventInstruments {

    private final MeterRegistry registry;
    private final Counter relayed;
    private final Counter full;
    private final Counter lost;
    private final MultiGauge deadLetters;
    private volatile OutboxLag lag = new OutboxLag(0, 0);
    private volatile long streamEntries;

    EventInstruments(MeterRegistry registry) {
        this.registry = registry;
        this.relayed = EventMeters.RELAYED.counter(registry);
        this.full = EventMeters.STREAM_FULL.counter(registry);
        this.lost = EventMeters.STREAM_LOST.counter(registry);
        this.deadLetters = MultiGauge.builder(EventMeters.DEAD_LETTERS.getName())
                .baseUnit(EventMeters.DEAD_LETTERS.getBaseUnit())
                .description(EventMeters.DEAD_LETTERS.spec().says())
                .register(registry);
        EventMeters.OUTBOX_WAITING.gauge(registry, () -> lag.rows());
        EventMeters.OUTBOX_LAG.gauge(registry, () -> lag.seconds());
        EventMeters.STREAM_ENTRIES.gauge(registry, () -> streamEntries);
    }

    void relayed(int events) {
        relayed.increment(events);
    }

    void foundFull() {
        full.increment();
    }

    void foundLoss() {
        lost.increment();
    }

    void lag(OutboxLag found) {
        lag = found;
    }

    void streamEntries(long found) {
        streamEntries = found;
    }

    void delivered(String consumer, Outcome outcome, Duration afterWriting) {
        EventMeters.DELIVERY.timer(registry, consumer, outcome.tag()).record(afterWriting);
    }

    void failedAttempt(String consumer) {
        EventMeters.FAILED_ATTEMPTS.counter(registry, consumer).increment();
    }

    /// @param byConsumer how many there are of each
    void deadLetters(Map<String, Long> byConsumer) {
        deadLetters.register(
                byConsumer.entrySet().stream()
                        .map(entry ->
                                MultiGauge.Row.of(EventMeters.DEAD_LETTERS.tags(entry.getKey()), entry.getValue()))
                        .toList(),
                true);
    }
}
