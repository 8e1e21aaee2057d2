package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import java.util.Map;

/// How many sockets this node has in each room it listens to.
public interface RoomOccupancy {

    /// Rooms this node listens to, those nobody watches any more included for a moment, with 0.
    Map<RoomId, Integer> viewersHere();
}
