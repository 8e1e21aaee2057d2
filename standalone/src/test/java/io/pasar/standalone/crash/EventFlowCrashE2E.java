package io.pasar.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.embedded.PostgresServer;
import io.pasar.embedded.RedisServer;
import io.pasar.standalone.StandaloneProcess;
import io.pasar.test.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Friends sign up through links and buy while the services, PostgreSQL and Redis are killed with SIGKILL at
/// random moments. `-Dpasar.test.seed=…` repeats the choices, `-Dpasar.test.rounds=…` asks for more of them.
class EventFlowCrashE2E {

    private static final int ROUNDS = Integer.getInteger("pasar.test.rounds", 3);
    private static final int PAUSE_MAX_MILLIS = 1_000;
    private static final int ORDERS_BETWEEN = 4;

    @Test
    void losesAndDoublesNothingWhateverProcessIsKilled(@TempDir Path home) {
        long seed = Long.getLong("pasar.test.seed", System.nanoTime());
        PostgresServer postgres = TestServers.postgres();
        RedisServer redis = TestServers.redis();
        try (StandaloneProcess pasar = StandaloneProcess.in(home)
                .with("PASAR_POSTGRES_URL", postgres.url())
                .with("PASAR_REDIS_URL", redis.url())
                .start()) {
            PatientClient client = new PatientClient(pasar.uri("/"), seed);
            Shop shop = new Shop(client);
            Told told = new Told();
            try (Traffic traffic = new Traffic(shop, told, seed)) {
                Random random = new Random(seed);
                for (Victim victim : Victim.draw(ROUNDS, random)) {
                    traffic.awaitOrders(ORDERS_BETWEEN);
                    pause(random.nextInt(PAUSE_MAX_MILLIS));
                    System.out.println("seed " + seed + ": " + victim + " dies after " + told);
                    victim.die(pasar, postgres, redis);
                }
                traffic.awaitOrders(ORDERS_BETWEEN);
            }
            new CrashAudit(new Sql(postgres.jdbcUrl()), shop, told).everythingHappenedOnce();
            System.out.println("seed " + seed + ": " + told + "; " + client.repeats() + " calls were repeated");
            assertThat(client.repeats()).isPositive();
        } finally {
            postgres.stop();
            redis.stop();
        }
    }

    private static void pause(int millis) {
        await().pollDelay(Duration.ofMillis(millis))
                .atMost(Duration.ofMillis(millis + 5_000L))
                .until(() -> true);
    }
}
