package io.pasar.live.connection;

import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Remembers the answers to commands that carried an idempotency key. Only answers are remembered: a refusal
/// changed nothing, so the same key may try again.
///
/// - `live:{member:<id>}:key:<hash>`, string: 64 hex digits of the request, then the answer's JSON, which is
///   missing while the command runs. Lives 5 minutes, 30 seconds while the command runs. Lost: a repeat takes
///   effect again, unless the feature knows better.
final class CommandKeyStore {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration RUNNING_MAX = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int FINGERPRINT_LENGTH = 64;

    private final RedisClusterReactiveCommands<String, String> redis;
    private final JsonMapper mapper;

    CommandKeyStore(RedisClusterReactiveCommands<String, String> redis, JsonMapper mapper) {
        this.redis = redis;
        this.mapper = mapper;
    }

    /// The first answer to the command with this key; the effect runs only if there is none.
    Mono<Object> once(Caller.Member caller, String key, RoomCommand command, Mono<?> effect) {
        String name = "live:{member:%s}:key:%s".formatted(caller.id(), hash(key));
        String fingerprint = hash(command.room() + "\n" + command.type() + "\n" + command.data());
        return redis.set(name, fingerprint, SetArgs.Builder.nx().px(RUNNING_MAX))
                .flatMap(_ -> first(name, fingerprint, effect))
                .switchIfEmpty(Mono.defer(() -> remembered(name, fingerprint)));
    }

    private Mono<Object> first(String name, String fingerprint, Mono<?> effect) {
        return effect.cast(Object.class)
                .defaultIfEmpty(Map.of())
                .flatMap(answer -> remember(name, fingerprint, answer))
                .onErrorResume(failure -> redis.del(name).then(Mono.error(failure)));
    }

    private Mono<Object> remember(String name, String fingerprint, Object answer) {
        String value = fingerprint + mapper.writeValueAsString(answer);
        return redis.set(name, value, SetArgs.Builder.px(KEPT)).thenReturn(answer);
    }

    private Mono<Object> remembered(String name, String fingerprint) {
        return redis.get(name).switchIfEmpty(Mono.error(() -> running())).map(value -> answer(value, fingerprint));
    }

    private JsonNode answer(String value, String fingerprint) {
        if (!value.startsWith(fingerprint)) {
            throw CommonProblem.IDEMPOTENCY_KEY_REUSED.because("Use a new key for another command.");
        }
        if (value.length() == FINGERPRINT_LENGTH) {
            throw running();
        }
        return mapper.readTree(value.substring(FINGERPRINT_LENGTH));
    }

    private static RuntimeException running() {
        return CommonProblem.IDEMPOTENCY_IN_PROGRESS
                .because("The first command with this key is still running.")
                .retryAfter(RETRY);
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
