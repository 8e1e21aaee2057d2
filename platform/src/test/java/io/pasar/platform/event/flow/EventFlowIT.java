package io.pasar.platform.event.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.test.UsesServers;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Events from one service to another, nothing failing.
@UsesServers
class EventFlowIT {

    static FlowService noting;
    static FlowService counting;

    @BeforeAll
    static void start() {
        String postgres = System.getProperty("PASAR_POSTGRES_URL");
        String redis = System.getProperty("PASAR_REDIS_URL");
        noting = FlowService.start("noting", postgres, redis);
        counting = FlowService.start("counting", postgres, redis);
    }

    @AfterAll
    static void stop() {
        counting.close();
        noting.close();
    }

    @Test
    void givesEachConsumerACommittedEventOnce() {
        UUID note = UUID.randomUUID();
        noting.change(note);
        await().untilAsserted(
                        () -> assertThat(counting.count("SELECT count(*) FROM effect WHERE note = '" + note + "'"))
                                .isEqualTo(2));
    }
}
