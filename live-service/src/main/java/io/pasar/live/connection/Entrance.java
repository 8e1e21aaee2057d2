package io.pasar.live.connection;

import java.util.List;

/// How a viewer's attempt to enter a room on this node ended.
sealed interface Entrance {

    /// In: everything after `position` will be heard.
    ///
    /// @param recovered whether `events` are exactly those missed
    record Entered(RoomPosition position, boolean recovered, List<KeptFrame> events) implements Entrance {}

    /// This node knows less than the viewer: read the log first.
    record Behind() implements Entrance {}

    /// The feed has ended: open another.
    record Ended() implements Entrance {}
}
