package io.pasar.platform.event.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.embedded.EmbeddedServer;
import io.pasar.embedded.PostgresServer;
import io.pasar.embedded.RedisServer;
import io.pasar.test.TestServers;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The two services as real processes, and their servers, killed with SIGKILL at random moments, starting up
/// included. `-Dpasar.test.seed=…` repeats the choices, `-Dpasar.test.rounds=…` asks for more of them.
class EventCrashIT {

    private static final int ROUNDS = Integer.getInteger("pasar.test.rounds", 8);
    private static final int PAUSE_MAX_MILLIS = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void losesAndDoublesNothingWhateverProcessIsKilled() throws IOException, InterruptedException {
        long seed = Long.getLong("pasar.test.seed", System.nanoTime());
        System.out.println("seed " + seed + ", rounds " + ROUNDS);
        PostgresServer postgres = TestServers.postgres();
        RedisServer redis = TestServers.redis();
        Sql sql = new Sql(postgres.jdbcUrl());
        try (FlowProcess noting = FlowProcess.start("noting", true, postgres.url(), redis.url());
                FlowProcess counting = FlowProcess.start("counting", false, postgres.url(), redis.url())) {
            awaitFirstEffect(sql, noting, counting);
            Random random = new Random(seed);
            for (int round = 0; round < ROUNDS; round++) {
                pause(random.nextInt(PAUSE_MAX_MILLIS));
                killOne(random.nextInt(6), noting, counting, postgres, redis);
                noting.revive();
                counting.revive();
            }
            noting.kill();
        }
        try (FlowProcess _ = FlowProcess.start("noting", false, postgres.url(), redis.url());
                FlowProcess _ = FlowProcess.start("counting", false, postgres.url(), redis.url())) {
            FlowAudit audit = new FlowAudit(sql::count);
            audit.everythingHappenedOnceAndInOrder(PATIENCE);
            System.out.println(
                    "seed " + seed + ": " + audit.committed() + " events, each with one effect per consumer");
            assertThat(audit.committed()).isGreaterThan(100);
        } finally {
            postgres.stop();
            redis.stop();
        }
    }

    private static void awaitFirstEffect(Sql sql, FlowProcess noting, FlowProcess counting) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            noting.revive();
            counting.revive();
            return sql.count("SELECT count(*) FROM counting.effect") > 0;
        });
    }

    private static void killOne(
            int choice, FlowProcess noting, FlowProcess counting, EmbeddedServer postgres, EmbeddedServer redis)
            throws IOException, InterruptedException {
        switch (choice) {
            case 0, 1 -> killAndStart(noting);
            case 2, 3 -> killAndStart(counting);
            case 4 -> killAndStart(postgres);
            default -> killAndStart(redis);
        }
    }

    private static void killAndStart(FlowProcess process) throws IOException, InterruptedException {
        process.kill();
        process.restart();
    }

    private static void killAndStart(EmbeddedServer server) {
        server.kill();
        server.start();
    }

    private static void pause(int millis) {
        await().pollDelay(Duration.ofMillis(millis))
                .atMost(Duration.ofMillis(millis + 5_000L))
                .until(() -> true);
    }
}
