package io.pasar.platform.event;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisScriptingReactiveCommands;
import io.pasar.platform.redis.LuaScript;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/// Trims what every consumer group has acknowledged; see `trim.lua`.
final class TrimScript {

    private final LuaScript script;

    TrimScript(RedisScriptingReactiveCommands<String, String> redis) {
        this.script = LuaScript.load(redis, ScriptOutputType.MULTI, "/platform/lua/event/trim.lua");
    }

    /// @param keep how long acknowledged entries stay
    Mono<Trimmed> trim(StreamKey key, Duration keep) {
        return script.<List<Object>>run(List.of(key.stream()), List.of(Long.toString(keep.toMillis())))
                .single()
                .map(TrimScript::trimmed);
    }

    private static Trimmed trimmed(List<Object> reply) {
        return new Trimmed(
                (Long) reply.getFirst(),
                Batch.parse(reply.get(1).toString()),
                reply.get(2).toString());
    }
}
