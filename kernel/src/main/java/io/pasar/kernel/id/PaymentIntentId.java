package io.pasar.kernel.id;

import java.util.UUID;

/// One attempt to collect the money of one order.
public record PaymentIntentId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static PaymentIntentId of(String text) {
        return new PaymentIntentId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
