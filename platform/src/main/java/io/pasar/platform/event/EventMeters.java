package io.pasar.platform.event;

import io.pasar.platform.meter.FeatureMeter;
import io.pasar.platform.meter.MeterSpec;

/// The meters of the event stream; dashboards and alerts name them. A consumer is [EventHandler#consumer()]; an
/// outcome is `taken`, `repeated` (dropped, since it was taken before) or `dead`.
public enum EventMeters implements FeatureMeter {
    OUTBOX_WAITING(MeterSpec.gauge(
            "pasar.events.outbox.waiting",
            "events",
            "Events committed and not yet relayed; counts no further than 10,000. Alert when it does not fall.")),

    OUTBOX_LAG(
            MeterSpec.gauge("pasar.events.outbox.lag", "seconds", "Age of the oldest event that waits for the relay.")),

    RELAYED(MeterSpec.counter(
            "pasar.events.relayed", "events", "Events this instance appended to the stream, repeats included.")),

    STREAM_ENTRIES(MeterSpec.gauge("pasar.events.stream.entries", "entries", "Entries in the service's stream.")),

    STREAM_FULL(MeterSpec.counter(
            "pasar.events.stream.full",
            "waits",
            "How often the relay had to wait because the stream was full of entries some consumer still needs.")),

    STREAM_LOST(MeterSpec.counter(
            "pasar.events.stream.lost",
            "losses",
            "How often Redis was found to have lost entries, which were then relayed again.")),

    DELIVERY(MeterSpec.timer(
            "pasar.events.delivery",
            "Time from the writing of an event to the commit of its effect.",
            "consumer",
            "outcome")),

    FAILED_ATTEMPTS(MeterSpec.counter(
            "pasar.events.failed.attempts", "attempts", "Attempts of a handler that failed.", "consumer")),

    DEAD_LETTERS(MeterSpec.gauge(
            "pasar.events.dead.letters",
            "events",
            "Events kept for a person to look at. Alert when above zero.",
            "consumer"));

    private final MeterSpec spec;

    EventMeters(MeterSpec spec) {
        this.spec = spec;
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
