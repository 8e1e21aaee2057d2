package io.pasar.kernel.id;

import java.util.UUID;

/// One refund, whole or part, of one order.
public record RefundId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static RefundId of(String text) {
        return new RefundId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
