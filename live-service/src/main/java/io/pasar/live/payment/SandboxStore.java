package io.pasar.live.payment;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.kernel.id.RefundId;
import io.pasar.kernel.money.Money;
import io.r2dbc.spi.Readable;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The tables `sandbox_payment`, `sandbox_refund` and `sandbox_webhook`: the memory of a provider that lives
/// elsewhere.
@Component
class SandboxStore {

    private static final String REFUND = """
            insert into sandbox_refund (id, intent_id, amount_minor)
            select :id, intent_id, :amount from sandbox_payment where intent_id = :intent and state = 'succeeded'
            on conflict do nothing""";

    private static final String CLAIM_DUE = """
            with due as (
                select id from sandbox_webhook where delivered_at is null and next_attempt_at <= statement_timestamp()
                order by next_attempt_at limit :limit for update skip locked
            )
            update sandbox_webhook w set attempts = attempts + 1,
                next_attempt_at = clock_timestamp() + make_interval(secs => least(2 * power(2, least(attempts, 12)), 3600))
            from due where w.id = due.id returning w.id, w.body""";

    private static final String CLAIM = """
            update sandbox_webhook set attempts = attempts + 1,
                next_attempt_at = clock_timestamp() + interval '10 seconds'
            where intent_id = :intent and delivered_at is null returning id, body""";

    private final DatabaseClient database;

    SandboxStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> add(PaymentIntent intent) {
        return database.sql("insert into sandbox_payment (intent_id, payer_id, amount_minor, currency, state)"
                        + " values (:intent, :payer, :amount, :currency, 'open') on conflict do nothing")
                .bind("intent", intent.id().value())
                .bind("payer", intent.payer().value())
                .bind("amount", intent.amount().minor())
                .bind("currency", intent.amount().currencyCode())
                .fetch()
                .rowsUpdated();
    }

    /// The payment, which keeps its state until the transaction ends.
    Mono<SandboxPayment> lock(PaymentIntentId intent) {
        return database.sql("select * from sandbox_payment where intent_id = :intent for update")
                .bind("intent", intent.value())
                .map(SandboxStore::toPayment)
                .one();
    }

    /// Open to the given state.
    Mono<Long> move(PaymentIntentId intent, SandboxState state) {
        return database.sql("update sandbox_payment set state = :state where intent_id = :intent and state = 'open'")
                .bind("intent", intent.value())
                .bind("state", state.name().toLowerCase(Locale.ROOT))
                .fetch()
                .rowsUpdated();
    }

    /// Remembers the refund; zero rows if it is known already or nothing was collected.
    Mono<Long> refund(PaymentIntentId intent, RefundId refund, Money amount) {
        return database.sql(REFUND)
                .bind("id", refund.value())
                .bind("intent", intent.value())
                .bind("amount", amount.minor())
                .fetch()
                .rowsUpdated();
    }

    /// Adds a webhook that is due at once.
    Mono<Long> enqueue(PaymentIntentId intent, SandboxWebhook webhook) {
        return database.sql("insert into sandbox_webhook (id, intent_id, body, next_attempt_at)"
                        + " values (:id, :intent, :body, clock_timestamp())")
                .bind("id", webhook.id())
                .bind("intent", intent.value())
                .bind("body", webhook.body())
                .fetch()
                .rowsUpdated();
    }

    /// Takes the payment's undelivered webhooks, which the job then leaves alone for ten seconds.
    Flux<SandboxWebhook> claim(PaymentIntentId intent) {
        return database.sql(CLAIM)
                .bind("intent", intent.value())
                .map(SandboxStore::toWebhook)
                .all();
    }

    /// Takes webhooks that are due, with doubling back-off.
    Flux<SandboxWebhook> claimDue(int limit) {
        return database.sql(CLAIM_DUE)
                .bind("limit", limit)
                .map(SandboxStore::toWebhook)
                .all();
    }

    Mono<Long> delivered(UUID webhook) {
        return database.sql("update sandbox_webhook set delivered_at = clock_timestamp() where id = :id")
                .bind("id", webhook)
                .fetch()
                .rowsUpdated();
    }

    private static SandboxPayment toPayment(Readable row) {
        return new SandboxPayment(
                new PaymentIntentId(row.get("intent_id", UUID.class)),
                new MemberId(row.get("payer_id", UUID.class)),
                Money.ofMinor(row.get("amount_minor", Long.class), row.get("currency", String.class)),
                SandboxState.of(row.get("state", String.class)));
    }

    private static SandboxWebhook toWebhook(Readable row) {
        return new SandboxWebhook(row.get("id", UUID.class), row.get("body", String.class));
    }
}
