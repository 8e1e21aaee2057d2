package io.pasar.platform.socket;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One encoded text frame on its way to one or many sockets; its bytes are shared and never changed.
public final class OutboundFrame {

    private static final OutboundFrame PING = new OutboundFrame(new byte[0], false, null);

    private final byte[] bytes;
    private final boolean passing;
    private final @Nullable String mergeKey;

    private OutboundFrame(byte[] bytes, boolean passing, @Nullable String mergeKey) {
        this.bytes = bytes;
        this.passing = passing;
        this.mergeKey = mergeKey;
    }

    /// A frame the peer must get: an answer, an event of its own, a kept event.
    public static OutboundFrame kept(byte[] bytes) {
        return new OutboundFrame(bytes, false, null);
    }

    /// A frame that may be dropped when the peer is slow, or replaced by a newer one with the same merge key.
    public static OutboundFrame passing(byte[] bytes, @Nullable String mergeKey) {
        return new OutboundFrame(bytes, true, mergeKey);
    }

    /// A WebSocket ping instead of text.
    static OutboundFrame ping() {
        return PING;
    }

    /// The frame's text.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isPing() {
        return this == PING;
    }

    /// Bytes of text.
    public int size() {
        return bytes.length;
    }

    /// Whether it may be dropped.
    public boolean isPassing() {
        return passing;
    }

    @Nullable
    String mergeKey() {
        return mergeKey;
    }
}
