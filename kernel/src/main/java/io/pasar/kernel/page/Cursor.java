package io.pasar.kernel.page;

import io.pasar.kernel.id.Id;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/// A place in a list ordered by id: the id of the last item seen. Ids rise with time, so this is also a place
/// in time.
public record Cursor(UUID lastSeen) {

    private static final int BYTES = 16;

    public static Cursor at(Id id) {
        return new Cursor(id.value());
    }

    /// The form callers get; they must not look inside.
    public String opaque() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(lastSeen.getMostSignificantBits())
                .putLong(lastSeen.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @throws IllegalArgumentException if the text was not made by [#opaque()]
    public static Cursor parse(String opaque) {
        byte[] bytes = Base64.getUrlDecoder().decode(opaque);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Cursor(new UUID(buffer.getLong(), buffer.getLong()));
    }
}
