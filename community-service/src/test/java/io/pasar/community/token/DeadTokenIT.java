package io.pasar.community.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.trial.UsesCommunity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Sign-ins that ended leave the database, however many there are.
@UsesCommunity
class DeadTokenIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    RefreshTokenStore store;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transactions;

    @Test
    void saysWhetherThereMayBeMoreToRemove() {
        Instant longAgo = Instant.parse("1999-12-31T00:00:00Z");
        Mono<String> answers = plant(5_001, longAgo)
                .then(Mono.defer(() -> store.removeDead(longAgo.plusSeconds(1))))
                .zipWhen(_ -> store.removeDead(longAgo.plusSeconds(1)))
                .map(both -> both.getT1() + ", then " + both.getT2());

        assertThat(rolledBack(answers).block(PATIENCE)).isEqualTo("true, then false");
    }

    /// Rows without a sign-in of their own: nothing of them stays.
    private Mono<Void> plant(int tokens, Instant ended) {
        return database.sql("SET LOCAL session_replication_role = replica")
                .then()
                .then(database.sql("""
                        INSERT INTO refresh_token (hash, family, idle_until)
                        SELECT sha256(convert_to('dead ' || n, 'UTF8')), gen_random_uuid(), :ended
                        FROM generate_series(1, :tokens) n""")
                        .bind("ended", ended)
                        .bind("tokens", tokens)
                        .then());
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
