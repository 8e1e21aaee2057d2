package io.pasar.live.connection;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisScriptingReactiveCommands;
import io.pasar.kernel.id.RoomId;
import io.pasar.platform.redis.LuaScript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// `read.lua`: a room's position and events from the log in one step.
final class ReadScript {

    private final LuaScript script;
    private final RoomProperties limits;

    ReadScript(RedisScriptingReactiveCommands<String, String> redis, RoomProperties limits) {
        this.script = LuaScript.load(redis, ScriptOutputType.MULTI, "/live/lua/connection/read.lua");
        this.limits = limits;
    }

    /// Everything after what this node has seen, or the newest events if it has seen nothing.
    ///
    /// @param newEpoch the epoch if the room has no log
    Mono<RoomSlice> run(RoomId room, @Nullable RoomPosition seen, String newEpoch) {
        List<String> keys = List.of(RoomKeys.head(room), RoomKeys.log(room), RoomKeys.blanks(room));
        List<String> arguments = List.of(
                newEpoch,
                seen == null ? "0" : Long.toString(seen.seq() + 1),
                Integer.toString(limits.eventsKept()),
                Long.toString(limits.logKeptFor().toMillis()),
                seen == null ? "" : seen.epoch(),
                seen == null ? "0" : Long.toString(seen.seq()));
        return script.<List<Object>>run(keys, arguments).single().map(ReadScript::slice);
    }

    private static RoomSlice slice(List<Object> answer) {
        RoomPosition position = new RoomPosition((String) answer.get(0), (Long) answer.get(1));
        return new RoomSlice(position, frames((List<?>) answer.get(2)), frames((List<?>) answer.get(3)));
    }

    private static List<KeptFrame> frames(List<?> pairs) {
        List<KeptFrame> frames = new ArrayList<>(pairs.size() / 2);
        for (int i = 0; i < pairs.size(); i += 2) {
            frames.add(KeptFrame.of((Long) pairs.get(i), (String) pairs.get(i + 1)));
        }
        return frames;
    }
}
