package io.pasar.platform.event;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.DomainEvent;
import io.pasar.kernel.id.EventId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Events as text. Fields a reader does not know are ignored, so producers may add some without a new version.
final class EventCodec {

    /// The most characters of an event's data. Events say what happened; they do not carry files.
    static final int DATA_CHARACTERS_MAX = 65_536;

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private final JsonMapper json;
    private final ObjectReader tolerant;

    EventCodec(JsonMapper json) {
        this.json = json;
        this.tolerant = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /// @throws IllegalArgumentException if the text is longer than [#DATA_CHARACTERS_MAX]
    String write(DomainEvent event) {
        String data = json.writeValueAsString(event);
        if (data.length() > DATA_CHARACTERS_MAX) {
            throw new IllegalArgumentException(event.type() + " has " + data.length() + " characters of data");
        }
        return data;
    }

    /// Never throws: what cannot be read is an answer.
    <E extends DomainEvent> ReadEvent<E> read(Map<String, String> attributes, Class<E> payload) {
        try {
            return new ReadEvent.Legible<>(decode(attributes, payload));
        } catch (JacksonException | IllegalArgumentException | DateTimeException failure) {
            return new ReadEvent.Illegible<>(String.valueOf(failure.getMessage()));
        }
    }

    private <E extends DomainEvent> CloudEvent<E> decode(Map<String, String> attributes, Class<E> payload) {
        E data = tolerant.forType(payload).readValue(attribute(attributes, "data"));
        if (data == null) {
            throw new IllegalArgumentException("data is null");
        }
        return new CloudEvent<>(
                EventId.of(attribute(attributes, "id")),
                attribute(attributes, "source"),
                attribute(attributes, "type"),
                attribute(attributes, "subject"),
                Instant.parse(attribute(attributes, "time")),
                data);
    }

    private static String attribute(Map<String, String> attributes, String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new IllegalArgumentException("attribute " + name + " is missing");
        }
        return value;
    }

    String writeAttributes(Map<String, String> attributes) {
        return json.writeValueAsString(attributes);
    }

    Map<String, String> readAttributes(String text) {
        return json.readValue(text, ATTRIBUTES);
    }
}
