package io.pasar.live.room;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// A room in a list: what one reads of it before going in.
///
/// @param stage what is on stage; null if nothing is
/// @param sale the open sale to show, one with units left before others; null if none is open
record RoomCard(
        @JsonUnwrapped RoomView room,
        @Nullable Object stage,
        @Nullable Object sale) {}
