package io.pasar.live.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.UsesLiveService;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// What has been tried in vain for months does not keep anything else from being tried.
@UsesLiveService
class BackOffIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private RefundStore refunds;

    @Autowired
    private SandboxStore sandbox;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transactions;

    @Test
    void triesARefundAgainWithinTheHourHoweverOftenItFailed() {
        Mono<Integer> wait = plant("""
                        insert into payment_refund (id, intent_id, order_id, amount_minor, currency, cause, state,
                            attempts, next_attempt_at)
                        values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 'USD', 'seller',
                            'requested', 100000, 'epoch')""").thenMany(refunds.claimDue(1_000)).then(waitOf("payment_refund"));

        assertThat(rolledBack(wait)).isBetween(3_500, 3_600);
    }

    @Test
    void deliversAWebhookAgainWithinTheHourHoweverOftenItFailed() {
        Mono<Integer> wait = plant("""
                        insert into sandbox_webhook (id, intent_id, body, attempts, next_attempt_at)
                        values (gen_random_uuid(), gen_random_uuid(), '{}', 100000, 'epoch')""").thenMany(sandbox.claimDue(1_000)).then(waitOf("sandbox_webhook"));

        assertThat(rolledBack(wait)).isBetween(3_500, 3_600);
    }

    private Mono<Void> plant(String row) {
        return database.sql("set local session_replication_role = replica")
                .then()
                .then(database.sql(row).then());
    }

    private Mono<Integer> waitOf(String table) {
        return database.sql("select ceil(extract(epoch from next_attempt_at - clock_timestamp()))::int as wait from "
                        + table + " where attempts = 100001")
                .map(row -> Objects.requireNonNull(row.get("wait", Integer.class)))
                .one();
    }

    private <T> T rolledBack(Mono<T> work) {
        return transactions
                .execute(status -> {
                    status.setRollbackOnly();
                    return work;
                })
                .last()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
