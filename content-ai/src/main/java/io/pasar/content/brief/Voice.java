package io.pasar.content.brief;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The tone of the text.
public enum Voice {
    WARM,
    PLAYFUL,
    PROFESSIONAL,
    MINIMAL;

    /// The voice with this name, whatever its case.
    public static Optional<Voice> named(String name) {
        return Arrays.stream(values())
                .filter(voice -> voice.wireName().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Voice::wireName).toList();
    }

    @JsonCreator
    static Voice parse(String name) {
        return named(name).orElseThrow(() -> new IllegalArgumentException("must be one of " + names()));
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
