package io.pasar.live.payment;

import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.kernel.id.RefundId;
import io.pasar.kernel.money.Money;
import io.pasar.platform.idempotency.KeyHash;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table `payment_refund` and what intents know of refunds.
@Component
class RefundStore {

    private static final String RESERVE = """
            update payment_intent set refunded_minor = refunded_minor + :amount
            where id = :intent and refunded_minor + :amount <= captured_minor""";

    private static final String INSERT = """
            insert into payment_refund (id, intent_id, order_id, amount_minor, currency, reason, request_key, cause,
                state, next_attempt_at)
            values (:id, :intent, :order, :amount, :currency, :reason, :key, :cause, 'requested',
                clock_timestamp() + make_interval(secs => :wait))
            returning *""";

    private static final String CLAIM_DUE = """
            with due as (
                select id from payment_refund where state = 'requested' and next_attempt_at <= statement_timestamp()
                order by next_attempt_at limit :limit for update skip locked
            )
            update payment_refund r set attempts = attempts + 1,
                next_attempt_at = clock_timestamp() + make_interval(secs => least(30 * power(2, least(attempts, 12)), 3600))
            from due where r.id = due.id returning r.*""";

    private final DatabaseClient database;

    RefundStore(DatabaseClient database) {
        this.database = database;
    }

    /// Counts the amount against the intent; zero rows if that much was not captured or is no longer there.
    Mono<Long> reserve(PaymentIntentId intent, Money amount) {
        return database.sql(RESERVE)
                .bind("intent", intent.value())
                .bind("amount", amount.minor())
                .fetch()
                .rowsUpdated();
    }

    /// @param waitSeconds how long the job leaves it to the caller to ask the provider
    Mono<Refund> insert(Refund refund, @Nullable String key, int waitSeconds) {
        return database.sql(INSERT)
                .bind("id", refund.id().value())
                .bind("intent", refund.intent().value())
                .bind("order", refund.order().value())
                .bind("amount", refund.amount().minor())
                .bind("currency", refund.amount().currencyCode())
                .bind("reason", Parameters.in(R2dbcType.VARCHAR, refund.reason()))
                .bind("key", Parameters.in(R2dbcType.VARCHAR, key == null ? null : KeyHash.of(key)))
                .bind("cause", refund.cause() == Refund.Cause.SELLER ? "seller" : "latePayment")
                .bind("wait", (double) waitSeconds)
                .map(RefundStore::toRefund)
                .one();
    }

    /// The order's refund that was asked for under this key.
    Mono<Refund> find(OrderId order, String key) {
        return database.sql("select * from payment_refund where order_id = :order and request_key = :key")
                .bind("order", order.value())
                .bind("key", KeyHash.of(key))
                .map(RefundStore::toRefund)
                .one();
    }

    /// Takes refunds that are due, so that no other node asks the provider before the back-off is over.
    Flux<Refund> claimDue(int limit) {
        return database.sql(CLAIM_DUE)
                .bind("limit", limit)
                .map(RefundStore::toRefund)
                .all();
    }

    /// Requested to done; empty if it is done already.
    Mono<Refund> done(RefundId id) {
        return database.sql("update payment_refund set state = 'done', done_at = clock_timestamp()"
                        + " where id = :id and state = 'requested' returning *")
                .bind("id", id.value())
                .map(RefundStore::toRefund)
                .one();
    }

    private static Refund toRefund(Readable row) {
        return new Refund(
                new RefundId(row.get("id", UUID.class)),
                new PaymentIntentId(row.get("intent_id", UUID.class)),
                new OrderId(row.get("order_id", UUID.class)),
                Money.ofMinor(row.get("amount_minor", Long.class), row.get("currency", String.class)),
                row.get("reason", String.class),
                "seller".equals(row.get("cause", String.class)) ? Refund.Cause.SELLER : Refund.Cause.LATE_PAYMENT,
                Refund.State.valueOf(row.get("state", String.class).toUpperCase(Locale.ROOT)));
    }
}
