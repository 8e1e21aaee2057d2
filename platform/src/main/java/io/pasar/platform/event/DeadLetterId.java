package io.pasar.platform.event;

import io.pasar.kernel.id.Id;
import java.util.UUID;

/// A dead letter.
public record DeadLetterId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static DeadLetterId of(String text) {
        return new DeadLetterId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
