package io.pasar.live.payment;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.kernel.money.Money;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The tables `payment_intent` and `payment_inbox`.
@Component
class PaymentStore {

    private static final String INSERT = """
            insert into payment_intent (id, order_id, payer_id, provider, amount_minor, currency, state)
            values (:id, :order, :payer, :provider, :amount, :currency, 'open') returning *""";

    private static final String CAPTURE = """
            update payment_intent set state = 'captured', captured_minor = amount_minor,
                captured_at = clock_timestamp()
            where id = :id and state <> 'captured'""";

    private static final String TAKE = """
            insert into payment_inbox (provider, event_id, kind, intent_id, outcome)
            values (:provider, :event, :kind, :intent, 'taken') on conflict do nothing""";

    private final DatabaseClient database;

    PaymentStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<PaymentIntent> insert(PaymentIntentId id, OrderId order, MemberId payer, String provider, Money amount) {
        return database.sql(INSERT)
                .bind("id", id.value())
                .bind("order", order.value())
                .bind("payer", payer.value())
                .bind("provider", provider)
                .bind("amount", amount.minor())
                .bind("currency", amount.currencyCode())
                .map(PaymentStore::toIntent)
                .one();
    }

    Mono<PaymentIntent> find(PaymentIntentId id) {
        return database.sql("select * from payment_intent where id = :id")
                .bind("id", id.value())
                .map(PaymentStore::toIntent)
                .one();
    }

    Mono<PaymentIntent> find(OrderId order) {
        return database.sql("select * from payment_intent where order_id = :order")
                .bind("order", order.value())
                .map(PaymentStore::toIntent)
                .one();
    }

    /// Keeps what the provider calls it.
    Mono<PaymentIntent> refer(PaymentIntentId id, String reference) {
        return database.sql("update payment_intent set provider_reference = :reference where id = :id returning *")
                .bind("id", id.value())
                .bind("reference", reference)
                .map(PaymentStore::toIntent)
                .one();
    }

    /// Open to cancelled for those that are open.
    Flux<PaymentIntent> cancel(Collection<OrderId> orders) {
        return database.sql("update payment_intent set state = 'cancelled' where order_id = any(:orders)"
                        + " and state = 'open' returning *")
                .bind("orders", orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .map(PaymentStore::toIntent)
                .all();
    }

    /// To captured; zero rows if it is captured already.
    Mono<Long> capture(PaymentIntentId id) {
        return database.sql(CAPTURE).bind("id", id.value()).fetch().rowsUpdated();
    }

    Mono<Long> countFailure(PaymentIntentId id) {
        return database.sql("update payment_intent set failures = failures + 1 where id = :id and state <> 'captured'")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated();
    }

    /// Remembers the event; zero rows if it came before. A second call waits for the transaction of the first.
    Mono<Long> take(String provider, PaymentEvent event) {
        return database.sql(TAKE)
                .bind("provider", provider)
                .bind("event", event.id())
                .bind("kind", event.kind().name().toLowerCase(Locale.ROOT))
                .bind("intent", event.intent().value())
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> conclude(String provider, PaymentEvent event, WebhookOutcome outcome) {
        return database.sql(
                        "update payment_inbox set outcome = :outcome where provider = :provider and event_id = :event")
                .bind("outcome", outcome.stored())
                .bind("provider", provider)
                .bind("event", event.id())
                .fetch()
                .rowsUpdated();
    }

    private static PaymentIntent toIntent(Readable row) {
        String currency = row.get("currency", String.class);
        return new PaymentIntent(
                new PaymentIntentId(row.get("id", UUID.class)),
                new OrderId(row.get("order_id", UUID.class)),
                new MemberId(row.get("payer_id", UUID.class)),
                row.get("provider", String.class),
                row.get("provider_reference", String.class),
                Money.ofMinor(row.get("amount_minor", Long.class), currency),
                PaymentIntentState.of(row.get("state", String.class)),
                Money.ofMinor(row.get("refunded_minor", Long.class), currency),
                row.get("failures", Integer.class));
    }
}
