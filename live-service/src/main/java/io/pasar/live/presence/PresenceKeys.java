package io.pasar.live.presence;

import io.pasar.kernel.id.RoomId;

/// Names in Redis; all of it is written by this feature only.
///
/// - `live:{room:<id>}:nodes`, hash: node → viewers there and until when the report counts. Lives
///   `pasar.presence.alive-for` after the last report. Lost: the next reports write it again.
/// - `live:{room:<id>}:audience`, hash: `viewers` as last told, `peak`. Lives 30 days after the last report. Lost:
///   the number is told once more; the peak is in PostgreSQL too.
/// - `live:{room:<id>}:reactions`, hash: kind → total. Lives 30 days after the last one. Lost: totals begin at 0.
final class PresenceKeys {

    private PresenceKeys() {}

    static String nodes(RoomId room) {
        return of(room, "nodes");
    }

    static String audience(RoomId room) {
        return of(room, "audience");
    }

    static String reactions(RoomId room) {
        return of(room, "reactions");
    }

    private static String of(RoomId room, String what) {
        return "live:{room:" + room + "}:" + what;
    }
}
