package io.pasar.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerIT {

    @TempDir
    Path folder;

    private RedisServer server;

    @BeforeEach
    void prepare() {
        server = new RedisServer(ServerPlace.lasting(folder.resolve("a \"folder\""), TestCache.FOLDER));
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void forcesEveryWriteToTheDisk() {
        assertThat(ask(redis -> redis.configGet("appendfsync"))).isEqualTo("{appendfsync=always}");
        assertThat(ask(redis -> redis.configGet("appendonly"))).isEqualTo("{appendonly=yes}");
    }

    @Test
    void keepsAcknowledgedWritesOverAKill() {
        ask(redis -> redis.set("kept", "7"));

        server.kill();

        assertThat(server.running()).isFalse();
        server.start();
        assertThat(ask(redis -> redis.get("kept"))).isEqualTo("7");
    }

    @Test
    void keepsDataOverARestart() {
        ask(redis -> redis.set("kept", "7"));

        server.restart();

        assertThat(ask(redis -> redis.get("kept"))).isEqualTo("7");
    }

    @Test
    void replacesAnOrphanOfItsOwnFolder() {
        ask(redis -> redis.set("kept", "7"));
        ProcessHandle orphan = ProcessHandle.of(server.pid()).orElseThrow();

        server = new RedisServer(ServerPlace.lasting(folder.resolve("a \"folder\""), TestCache.FOLDER));
        server.start();

        assertThat(OwnProcess.isGone(orphan)).isTrue();
        assertThat(ask(redis -> redis.get("kept"))).isEqualTo("7");
    }

    @Test
    void refusesAClientWithoutPassword() {
        String open = "redis://127.0.0.1:" + server.port();

        assertThatThrownBy(() -> ask(open, RedisCommands::dbsize))
                .isInstanceOfAny(RedisCommandExecutionException.class, RedisConnectionException.class)
                .hasStackTraceContaining("NOAUTH");
    }

    @Test
    void saysWhatTheLogSaysWhenItDoesNotStart() throws IOException {
        server.stop();
        Path data = folder.resolve("a \"folder\"/data/appendonlydir");
        try (var files = Files.list(data)) {
            Path manifest = files.filter(file -> file.toString().endsWith(".manifest"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(manifest, "this is no manifest\n");
        }

        assertThatThrownBy(server::start).isInstanceOf(ServerFailure.class).hasMessageContaining("AOF manifest");
    }

    private String ask(Function<RedisCommands<String, String>, @Nullable Object> question) {
        return ask(server.url(), question);
    }

    private static String ask(String url, Function<RedisCommands<String, String>, @Nullable Object> question) {
        try (RedisClient client = RedisClient.create(url);
                var connection = client.connect()) {
            return String.valueOf(question.apply(connection.sync()));
        }
    }
}
