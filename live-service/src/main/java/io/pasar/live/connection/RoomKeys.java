package io.pasar.live.connection;

import io.pasar.kernel.id.EventId;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;

/// Names in Redis. Everything of one room lies in one hash slot; all of it is written by this feature only.
///
/// - `live:{room:<id>}:head`, hash: `epoch`, and `seq` of the newest kept event. Lives
///   `pasar.room.log-kept-for` after the last event. Lost: a new epoch begins, clients recover by snapshot.
/// - `live:{room:<id>}:log`, stream: the newest `pasar.room.events-kept` kept events, entry `<seq>-0` with `t`
///   type, `at`, `d` data. Lives as the head. Lost: joins have no history, resumes get a snapshot.
/// - `live:{room:<id>}:blanks`, hash: seq → frame shown for an event taken out of the log. Lives as the head.
///   Lost: such events are missing from history.
/// - `live:{room:<id>}:once:<event>`, string: `epoch seq` of the announcement with this id. Lives
///   `pasar.room.once-kept-for`. Lost: an announcement delivered twice appears twice.
/// - `live:{room:<id>}:events`, channel: news of the room, see [RoomNews]. Lost: nodes find the gap and read
///   the log.
/// - `live:{member:<id>}:events`, channel: frames for one member. Lost: the client asks again over HTTP.
final class RoomKeys {

    private RoomKeys() {}

    static String head(RoomId room) {
        return of(room, "head");
    }

    static String log(RoomId room) {
        return of(room, "log");
    }

    static String blanks(RoomId room) {
        return of(room, "blanks");
    }

    static String once(RoomId room, EventId event) {
        return of(room, "once:" + event);
    }

    static String channel(RoomId room) {
        return of(room, "events");
    }

    static String channel(MemberId member) {
        return "live:{member:" + member + "}:events";
    }

    private static String of(RoomId room, String what) {
        return "live:{room:" + room + "}:" + what;
    }
}
