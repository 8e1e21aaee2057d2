package io.pasar.platform.event.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.ToLongFunction;

/// Compares, by SQL, what the producer committed with what the consumers did.
final class FlowAudit {

    private static final String CONSUMERS = "(VALUES ('counting.first'), ('counting.second')) AS c (consumer)";

    private static final String MISSING = """
            SELECT count(*) FROM noting.committed AS e CROSS JOIN %s
            WHERE NOT EXISTS (SELECT 1 FROM counting.effect AS f
                              WHERE (f.consumer, f.note, f.number) = (c.consumer, e.note, e.number))
            """.formatted(CONSUMERS);

    private static final String DOUBLED = """
            SELECT count(*) FROM (SELECT 1 FROM counting.effect
                                  GROUP BY consumer, note, number HAVING count(*) > 1) AS d
            """;

    private static final String INVENTED = """
            SELECT count(*) FROM counting.effect AS f
            WHERE NOT EXISTS (SELECT 1 FROM noting.committed AS e WHERE (e.note, e.number) = (f.note, f.number))
            """;

    private static final String OUT_OF_ORDER = """
            SELECT count(*) FROM (
                SELECT number, row_number() OVER (PARTITION BY consumer, note ORDER BY position) AS place
                FROM counting.effect) AS f
            WHERE number <> place
            """;

    private final ToLongFunction<String> count;

    /// @param count runs SQL that answers one number
    FlowAudit(ToLongFunction<String> count) {
        this.count = count;
    }

    long committed() {
        return count.applyAsLong("SELECT count(*) FROM noting.committed");
    }

    /// Waits until every committed event has had its effects, then looks for what is wrong.
    void everythingHappenedOnceAndInOrder(Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(count.applyAsLong(MISSING))
                        .as("missing effects")
                        .isZero());
        assertThat(count.applyAsLong(DOUBLED)).as("doubled effects").isZero();
        assertThat(count.applyAsLong(INVENTED)).as("effects of nothing").isZero();
        assertThat(count.applyAsLong(OUT_OF_ORDER)).as("effects out of order").isZero();
        assertThat(count.applyAsLong("SELECT count(*) FROM counting.dead_letter"))
                .as("dead letters")
                .isZero();
    }
}
