package io.pasar.platform.json;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// Reads RFC 3339 times with any offset; numbers of seconds are refused.
final class InstantReader extends ValueDeserializer<Instant> {

    private static final String MUST = "must be an RFC 3339 time such as 2026-11-11T20:00:00Z";
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING
                || !FORM.matcher(json.getString()).matches()) {
            throw refused(json);
        }
        try {
            return OffsetDateTime.parse(json.getString(), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException noSuchTime) {
            throw refused(json);
        }
    }

    private static RefusedValueException refused(JsonParser json) {
        return new RefusedValueException(json, Instant.class, MUST);
    }
}
