package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SessionId;
import io.pasar.platform.auth.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A command a client sent in a room it has joined.
///
/// @param type such as `chat.send`
/// @param data the command's `data`, an object; empty if the frame had none
/// @param key the idempotency key, if the client sent one; unique per caller
public record RoomCommand(
        RoomId room,
        SessionId session,
        Caller caller,
        String type,
        JsonNode data,
        @Nullable String key) {}
