package io.pasar.live.connection;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisScriptingReactiveCommands;
import io.pasar.kernel.id.EventId;
import io.pasar.kernel.id.RoomId;
import io.pasar.platform.redis.LuaScript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// `append.lua`: sequence, history and publication of a kept event in one step.
final class AppendScript {

    private final LuaScript script;
    private final RoomProperties limits;

    AppendScript(RedisScriptingReactiveCommands<String, String> redis, RoomProperties limits) {
        this.script = LuaScript.load(redis, ScriptOutputType.MULTI, "/live/lua/connection/append.lua");
        this.limits = limits;
    }

    /// A kept event.
    ///
    /// @param data JSON
    record Entry(RoomId room, String type, Instant at, String data) {}

    /// What an event takes out of the log.
    ///
    /// @param seq the earlier event
    /// @param cover JSON shown as its data from now on
    record Blank(long seq, String cover) {

        static final Blank NONE = new Blank(0, "");
    }

    /// @param newEpoch the epoch if the room has no log
    /// @param seen where this node is in the log
    /// @return where the event lies; seq 0 if what it should take out is not in the log
    Mono<RoomPosition> run(
            Entry entry, @Nullable EventId once, Blank blank, String newEpoch, @Nullable RoomPosition seen) {
        RoomId room = entry.room();
        String onceKey = once == null ? RoomKeys.head(room) : RoomKeys.once(room, once);
        List<String> keys = List.of(RoomKeys.head(room), RoomKeys.log(room), RoomKeys.blanks(room), onceKey);
        List<String> arguments = List.of(
                entry.type(),
                entry.at().toString(),
                entry.data(),
                newEpoch,
                Integer.toString(limits.eventsKept()),
                RoomKeys.channel(room),
                millis(limits.logKeptFor()),
                once == null ? "0" : millis(limits.onceKeptFor()),
                Long.toString(blank.seq()),
                blank.cover(),
                seen == null ? "" : seen.epoch(),
                seen == null ? "0" : Long.toString(seen.seq()));
        return script.<List<Object>>run(keys, arguments).single().map(AppendScript::position);
    }

    private static RoomPosition position(List<Object> answer) {
        return new RoomPosition((String) answer.get(0), (Long) answer.get(1));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
