package io.pasar.platform.limit;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisScriptingReactiveCommands;
import io.pasar.platform.redis.LuaScript;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import reactor.core.publisher.Mono;

/// Takes one from a limit; see `acquire.lua`.
///
/// Keys: `{limit:<name>:<hash>}`, a string with the time at which the burst would be whole again; owned by this
/// class, expires by itself then. Lost with Redis: every subject starts with a whole burst.
final class AcquireScript {

    private final LuaScript script;

    AcquireScript(RedisScriptingReactiveCommands<String, String> redis) {
        script = LuaScript.load(redis, ScriptOutputType.MULTI, "/platform/lua/limit/acquire.lua");
    }

    Mono<Grant> acquire(Quota quota, LimitSubject subject) {
        List<String> arguments = List.of(Long.toString(quota.intervalMicros()), Long.toString(quota.perMicros()));
        return script.<List<Object>>run(List.of(subject.key(quota)), arguments)
                .single()
                .map(AcquireScript::grant);
    }

    private static Grant grant(List<Object> reply) {
        return new Grant(number(reply, 0) == 1, number(reply, 1), micros(reply, 2), micros(reply, 3));
    }

    private static long number(List<Object> reply, int place) {
        return (Long) reply.get(place);
    }

    private static Duration micros(List<Object> reply, int place) {
        return Duration.of(number(reply, place), ChronoUnit.MICROS);
    }
}
