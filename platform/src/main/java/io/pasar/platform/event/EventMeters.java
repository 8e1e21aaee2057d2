package io.pasar.platform.event;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/// The meters of the event stream; dashboards and alerts name them.
public enum EventMeters implements MeterDocumentation {

    /// Events committed and not yet relayed; counts no further than 10,000. Alert when it does not fall.
    OUTBOX_WAITING("pasar.events.outbox.waiting", Meter.Type.GAUGE, "events"),

    /// Age of the oldest event that waits for the relay.
    OUTBOX_LAG("pasar.events.outbox.lag", Meter.Type.GAUGE, "seconds"),

    /// Events this instance appended to the stream, repeats included.
    RELAYED("pasar.events.relayed", Meter.Type.COUNTER, "events"),

    /// Entries in the service's stream.
    STREAM_ENTRIES("pasar.events.stream.entries", Meter.Type.GAUGE, "entries"),

    /// How often the relay had to wait because the stream was full of entries some consumer still needs.
    STREAM_FULL("pasar.events.stream.full", Meter.Type.COUNTER, "waits"),

    /// How often Redis was found to have lost entries, which were then relayed again.
    STREAM_LOST("pasar.events.stream.lost", Meter.Type.COUNTER, "losses"),

    /// Time from the writing of an event to the commit of its effect, by consumer and outcome.
    DELIVERY("pasar.events.delivery", Meter.Type.TIMER, "seconds"),

    /// Attempts of a handler that failed, by consumer.
    FAILED_ATTEMPTS("pasar.events.failed.attempts", Meter.Type.COUNTER, "attempts"),

    /// Events kept for a person to look at, by consumer. Alert when above zero.
    DEAD_LETTERS("pasar.events.dead.letters", Meter.Type.GAUGE, "events");

    private final String id;
    private final Meter.Type kind;
    private final String unit;

    EventMeters(String id, Meter.Type kind, String unit) {
        this.id = id;
        this.kind = kind;
        this.unit = unit;
    }

    @Override
    public String getName() {
        return id;
    }

    @Override
    public Meter.Type getType() {
        return kind;
    }

    @Override
    public String getBaseUnit() {
        return unit;
    }

    @Override
    public KeyName[] getKeyNames() {
        return switch (this) {
            case DELIVERY -> new KeyName[] {Tag.CONSUMER, Tag.OUTCOME};
            case FAILED_ATTEMPTS, DEAD_LETTERS -> new KeyName[] {Tag.CONSUMER};
            default -> new KeyName[0];
        };
    }

    /// What meters are told apart by.
    public enum Tag implements KeyName {

        /// [EventHandler#consumer()].
        CONSUMER("consumer"),

        /// `taken`, `repeated` (dropped, since it was taken before) or `dead`.
        OUTCOME("outcome");

        private final String key;

        Tag(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
