package io.pasar.platform.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

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
        this.relayed = counter(EventMeters.RELAYED, Tags.empty());
        this.full = counter(EventMeters.STREAM_FULL, Tags.empty());
        this.lost = counter(EventMeters.STREAM_LOST, Tags.empty());
        this.deadLetters = MultiGauge.builder(EventMeters.DEAD_LETTERS.getName())
                .baseUnit(EventMeters.DEAD_LETTERS.getBaseUnit())
                .register(registry);
        gauge(EventMeters.OUTBOX_WAITING, () -> lag.rows());
        gauge(EventMeters.OUTBOX_LAG, () -> lag.seconds());
        gauge(EventMeters.STREAM_ENTRIES, () -> streamEntries);
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
        Timer.builder(EventMeters.DELIVERY.getName())
                .tag(EventMeters.Tag.CONSUMER.asString(), consumer)
                .tag(EventMeters.Tag.OUTCOME.asString(), outcome.tag())
                .publishPercentiles(0.5, 0.99)
                .register(registry)
                .record(afterWriting);
    }

    void failedAttempt(String consumer) {
        counter(EventMeters.FAILED_ATTEMPTS, Tags.of(EventMeters.Tag.CONSUMER.asString(), consumer))
                .increment();
    }

    /// @param byConsumer how many there are of each
    void deadLetters(Map<String, Long> byConsumer) {
        deadLetters.register(
                byConsumer.entrySet().stream()
                        .map(entry -> MultiGauge.Row.of(
                                Tags.of(EventMeters.Tag.CONSUMER.asString(), entry.getKey()), entry.getValue()))
                        .toList(),
                true);
    }

    private Counter counter(EventMeters meter, Tags tags) {
        return Counter.builder(meter.getName())
                .baseUnit(meter.getBaseUnit())
                .tags(tags)
                .register(registry);
    }

    private void gauge(EventMeters meter, Supplier<Number> value) {
        Gauge.builder(meter.getName(), value).baseUnit(meter.getBaseUnit()).register(registry);
    }
}
