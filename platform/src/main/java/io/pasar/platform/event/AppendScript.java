package io.pasar.platform.event;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisScriptingReactiveCommands;
import io.pasar.platform.event.AppendAnswer.Appended;
import io.pasar.platform.event.AppendAnswer.Full;
import io.pasar.platform.event.AppendAnswer.Lost;
import io.pasar.platform.redis.LuaScript;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/// Appends a batch to a stream; see `append.lua`.
final class AppendScript {

    private final LuaScript script;

    AppendScript(RedisScriptingReactiveCommands<String, String> redis) {
        this.script = LuaScript.load(redis, ScriptOutputType.MULTI, "/platform/lua/event/append.lua");
    }

    /// @param cap the most entries the stream may hold
    Mono<AppendAnswer> append(StreamKey key, OutboxBatch batch, int cap) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(batch.tip().number()));
        arguments.add(Integer.toString(cap));
        batch.rows().forEach(row -> arguments.addAll(row.attributes()));
        return script.<List<Object>>run(List.of(key.stream()), arguments)
                .single()
                .map(AppendScript::answer);
    }

    private static AppendAnswer answer(List<Object> reply) {
        String number = reply.get(1).toString();
        return switch (reply.getFirst().toString()) {
            case "appended" -> new Appended(Batch.parse(number));
            case "lost" -> new Lost(Batch.parse(number));
            case "full" -> new Full(Long.parseLong(number));
            default -> throw new IllegalStateException("append.lua answered " + reply.getFirst());
        };
    }
}
