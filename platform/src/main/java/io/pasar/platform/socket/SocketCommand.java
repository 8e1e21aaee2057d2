package io.pasar.platform.socket;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One well-formed frame of a client.
///
/// @param id chosen by the client, an unsigned 32-bit number; the answer carries it
/// @param type such as `chat.send`
/// @param data the frame's `data`; empty if it had none
/// @param key the idempotency key, 1 to 255 visible ASCII characters
public record SocketCommand(
        long id, String type, ObjectNode data, @Nullable String key) {}
