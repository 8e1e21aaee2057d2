package io.pasar.content.copy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.content.RunsContentService;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Copy nobody needs any more leaves the database.
@RunsContentService
class CopySweepIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private CopyStore store;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transactions;

    @Test
    void removesOldAnswersAndAbandonedClaimsAndNothingElse() {
        Mono<List<String>> left = plant("old answer", "now()", "'{}'", "now() - interval '31 days'")
                .then(plant("young answer", "now() - interval '60 days'", "'{}'", "now() - interval '29 days'"))
                .then(plant("abandoned claim", "now() - interval '2 hours'", "NULL", "NULL"))
                .then(plant("late claim", "now() - interval '1 minute'", "NULL", "NULL"))
                .then(Mono.defer(() -> store.removeOld(Duration.ofDays(30))))
                .doOnNext(more -> assertThat(more).isFalse())
                .then(Mono.defer(this::planted));

        assertThat(rolledBack(left).block(PATIENCE)).containsExactlyInAnyOrder("young answer", "late claim");
    }

    @Test
    void saysWhetherThereMayBeMore() {
        Mono<String> answers = database.sql("""
                        INSERT INTO copy_answer (key, claim, claimed_until)
                        SELECT sha256(convert_to('claim ' || n, 'UTF8')), gen_random_uuid(), now() - interval '9 days'
                        FROM generate_series(1, 1001) n""")
                .then()
                .then(Mono.defer(() -> store.removeOld(Duration.ofDays(30))))
                .zipWhen(_ -> store.removeOld(Duration.ofDays(30)))
                .map(both -> both.getT1() + ", then " + both.getT2());

        assertThat(rolledBack(answers).block(PATIENCE)).isEqualTo("true, then false");
    }

    private Mono<Void> plant(String name, String claimedUntil, String answer, String keptAt) {
        return database.sql("INSERT INTO copy_answer (key, claim, claimed_until, answer, kept_at) VALUES (" + key(name)
                        + ", gen_random_uuid(), " + claimedUntil + ", " + answer + ", " + keptAt + ")")
                .then();
    }

    private Mono<List<String>> planted() {
        return database.sql("SELECT name FROM unnest(ARRAY['old answer', 'young answer', 'abandoned claim',"
                        + " 'late claim']) AS name JOIN copy_answer ON key = sha256(convert_to(name, 'UTF8'))")
                .map(row -> row.get("name", String.class))
                .all()
                .collectList();
    }

    private static String key(String name) {
        return "sha256(convert_to('" + name + "', 'UTF8'))";
    }

    private <T> Mono<T> rolledBack(Mono<T> work) {
        return transactions
                .execute(status -> {
                    status.setRollbackOnly();
                    return work;
                })
                .last();
    }
}
