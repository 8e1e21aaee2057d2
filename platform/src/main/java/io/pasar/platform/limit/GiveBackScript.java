package io.pasar.platform.limit;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisScriptingReactiveCommands;
import io.pasar.platform.redis.LuaScript;
import java.util.List;
import reactor.core.publisher.Mono;

/// Gives one back to a limit; see `give_back.lua`. The key is that of [AcquireScript].
final class GiveBackScript {

    private final LuaScript script;

    GiveBackScript(RedisScriptingReactiveCommands<String, String> redis) {
        script = LuaScript.load(redis, ScriptOutputType.INTEGER, "/platform/lua/limit/give_back.lua");
    }

    Mono<Void> giveBack(Quota quota, LimitSubject subject) {
        return script.<Long>run(List.of(subject.key(quota)), List.of(Long.toString(quota.intervalMicros())))
                .then();
    }
}
