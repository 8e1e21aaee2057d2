package io.pasar.platform.event;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisScriptingReactiveCommands;
import io.pasar.platform.redis.LuaScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Settles entries of a consumer group and takes the next ones; see `take.lua`.
final class TakeScript {

    private final LuaScript script;

    TakeScript(RedisScriptingReactiveCommands<String, String> redis) {
        this.script = LuaScript.load(redis, ScriptOutputType.MULTI, "/platform/lua/event/take.lua");
    }

    /// @param group the consumer's name
    /// @param limit the most entries wanted
    /// @param settled entries to acknowledge first
    Mono<Taken> take(StreamKey key, String group, int limit, List<StreamOffset> settled) {
        List<String> arguments = new ArrayList<>(List.of(group, Integer.toString(limit)));
        settled.forEach(offset -> arguments.add(offset.value()));
        return script.<List<Object>>run(List.of(key.stream()), arguments)
                .single()
                .map(TakeScript::taken);
    }

    private static Taken taken(List<Object> reply) {
        List<StreamEntry> entries = ((List<?>) reply.get(1))
                .stream().map(entry -> entry((List<?>) entry)).toList();
        return new Taken(new StreamOffset(reply.getFirst().toString()), entries);
    }

    private static StreamEntry entry(List<?> pair) {
        return new StreamEntry(new StreamOffset(String.valueOf(pair.getFirst())), attributes(pair.get(1)));
    }

    /// A deleted entry that is still pending comes without attributes.
    private static Map<String, String> attributes(@Nullable Object flat) {
        Map<String, String> attributes = new HashMap<>();
        if (flat instanceof List<?> names) {
            for (int i = 0; i + 1 < names.size(); i += 2) {
                attributes.put(String.valueOf(names.get(i)), String.valueOf(names.get(i + 1)));
            }
        }
        return attributes;
    }
}
