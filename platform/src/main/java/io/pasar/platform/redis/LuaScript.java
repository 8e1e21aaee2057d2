package io.pasar.platform.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisScriptingReactiveCommands;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import reactor.core.publisher.Flux;

/// One Lua script on the class path. A feature wraps it in a typed class of its own; the script's header names
/// every `KEYS` and `ARGV` with its type. Runs by digest and loads the text only when Redis does not know it.
public final class LuaScript {

    private static final String[] NO_STRINGS = {};

    private final RedisScriptingReactiveCommands<String, String> redis;
    private final ScriptOutputType output;
    private final String text;
    private final String digest;

    private LuaScript(RedisScriptingReactiveCommands<String, String> redis, ScriptOutputType output, String text) {
        this.redis = redis;
        this.output = output;
        this.text = text;
        this.digest = sha1(text);
    }

    /// @param resource absolute class path name, such as `/live/lua/room/publish.lua`
    public static LuaScript load(
            RedisScriptingReactiveCommands<String, String> redis, ScriptOutputType output, String resource) {
        try (InputStream stream = LuaScript.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no script " + resource + " on the class path");
            }
            return new LuaScript(redis, output, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Runs the script; keys of one call share a hash slot.
    ///
    /// @param <T> what the script's output type maps to: `Long`, `String` or `List<Object>`
    public <T> Flux<T> run(List<String> keys, List<String> arguments) {
        String[] keyArray = keys.toArray(NO_STRINGS);
        String[] argumentArray = arguments.toArray(NO_STRINGS);
        return redis.<T>evalsha(digest, output, keyArray, argumentArray)
                .onErrorResume(RedisNoScriptException.class, _ -> redis.eval(text, output, keyArray, argumentArray));
    }

    private static String sha1(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return new String(Base16.encode(hash, false));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
