package io.pasar.live.presence;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisScriptingReactiveCommands;
import io.pasar.kernel.id.RoomId;
import io.pasar.platform.redis.LuaScript;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/// `count.lua`: one node's report, and the sum of all nodes.
final class CountScript {

    private final LuaScript script;
    private final PresenceProperties settings;

    CountScript(RedisScriptingReactiveCommands<String, String> redis, PresenceProperties settings) {
        this.script = LuaScript.load(redis, ScriptOutputType.MULTI, "/live/lua/presence/count.lua");
        this.settings = settings;
    }

    /// @param viewers over all nodes
    /// @param changed whether `viewers` differs from what the last report found
    record Count(int viewers, int peak, boolean changed) {}

    Mono<Count> run(RoomId room, String node, int viewersHere, Instant now) {
        List<String> keys = List.of(PresenceKeys.nodes(room), PresenceKeys.audience(room));
        List<String> arguments = List.of(
                node,
                Integer.toString(viewersHere),
                Long.toString(now.toEpochMilli()),
                Long.toString(settings.aliveFor().toMillis()),
                Long.toString(settings.keptFor().toMillis()));
        return script.<List<Object>>run(keys, arguments).single().map(CountScript::count);
    }

    private static Count count(List<Object> answer) {
        return new Count(number(answer, 0), number(answer, 1), number(answer, 2) == 1);
    }

    private static int number(List<Object> answer, int index) {
        return Math.toIntExact((Long) answer.get(index));
    }
}
