package io.pasar.live.order;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.ProductId;
import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SaleId;
import io.pasar.kernel.id.SkuId;
import io.pasar.kernel.money.Money;
import io.pasar.live.sale.Article;
import io.pasar.live.sale.LockedHold;
import io.pasar.live.sale.Sale;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table `purchase_order`.
@Component
class OrderStore {

    private static final String INSERT = """
            insert into purchase_order (id, reservation_id, sale_id, room_id, buyer_id, seller_id, product_id, sku_id,
                title, variant_title, price_minor, currency, quantity, total_minor, state, expires_at)
            values (:id, :reservation, :sale, :room, :buyer, :seller, :product, :sku,
                :title, :variantTitle, :price, :currency, :quantity, :total, 'pendingPayment', :expiresAt)
            returning *""";

    private static final String PAY = """
            update purchase_order set state = 'paid', paid_at = clock_timestamp()
            where id = :id and state = 'pendingPayment' returning *""";

    private static final String PAY_LATE = """
            update purchase_order set state = 'paid', paid_at = clock_timestamp(), reservation_id = :reservation,
                cancel_reason = null
            where id = :id and state = 'cancelled' and cancel_reason = 'expired' returning *""";

    private static final String CANCEL = """
            update purchase_order set state = 'cancelled', cancel_reason = :reason, cancelled_at = clock_timestamp()
            where reservation_id = any(:reservations) and state = 'pendingPayment' returning *""";

    private static final String GIVE_UP = """
            update purchase_order set cancel_reason = 'released'
            where id = :id and state = 'cancelled' and cancel_reason = 'expired' returning *""";

    private static final String REFUND = """
            update purchase_order set refunded_minor = refunded_minor + :amount,
                state = case when refunded_minor + :amount = total_minor then 'refunded' else state end
            where id = :id and state = 'paid' returning *""";

    private static final String SOLD = """
            select currency, count(*) filter (where state = 'paid') as orders,
                coalesce(sum(quantity) filter (where state = 'paid'), 0)::bigint as units,
                sum(total_minor - refunded_minor)::bigint as revenue
            from purchase_order where room_id = :room and state in ('paid', 'refunded')
            group by currency order by currency""";

    private final DatabaseClient database;

    OrderStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Order> insert(OrderId id, LockedHold hold) {
        Sale sale = hold.sale();
        Line line = new Line(sale.article(), sale.price(), hold.reservation().quantity());
        return database.sql(INSERT)
                .bind("id", id.value())
                .bind("reservation", hold.reservation().id().value())
                .bind("sale", sale.id().value())
                .bind("room", sale.room().value())
                .bind("buyer", hold.reservation().member().value())
                .bind("seller", sale.seller().value())
                .bind("product", line.article().product().value())
                .bind("sku", line.article().sku().value())
                .bind("title", line.article().title())
                .bind("variantTitle", line.article().variantTitle())
                .bind("price", line.price().minor())
                .bind("currency", line.price().currencyCode())
                .bind("quantity", line.quantity())
                .bind("total", line.total().minor())
                .bind("expiresAt", hold.reservation().expiresAt())
                .map(OrderStore::toOrder)
                .one();
    }

    Mono<Order> find(OrderId id) {
        return database.sql("select * from purchase_order where id = :id")
                .bind("id", id.value())
                .map(OrderStore::toOrder)
                .one();
    }

    Mono<Order> find(ReservationId reservation) {
        return database.sql("select * from purchase_order where reservation_id = :reservation")
                .bind("reservation", reservation.value())
                .map(OrderStore::toOrder)
                .one();
    }

    /// Pending to paid; empty if it is not pending.
    Mono<Order> pay(OrderId id) {
        return database.sql(PAY).bind("id", id.value()).map(OrderStore::toOrder).one();
    }

    /// Expired to paid, standing on a new reservation; empty if it is not expired.
    Mono<Order> payLate(OrderId id, ReservationId reservation) {
        return database.sql(PAY_LATE)
                .bind("id", id.value())
                .bind("reservation", reservation.value())
                .map(OrderStore::toOrder)
                .one();
    }

    /// Pending to cancelled for those that are pending.
    Flux<Order> cancel(Collection<ReservationId> reservations, CancelReason reason) {
        return database.sql(CANCEL)
                .bind(
                        "reservations",
                        reservations.stream().map(ReservationId::value).toArray(UUID[]::new))
                .bind("reason", reason.stored())
                .map(OrderStore::toOrder)
                .all();
    }

    /// Expired to given up by the buyer; empty if it is not expired.
    Mono<Order> giveUp(OrderId id) {
        return database.sql(GIVE_UP)
                .bind("id", id.value())
                .map(OrderStore::toOrder)
                .one();
    }

    /// Counts money that went back; empty if the order is not paid.
    Mono<Order> refund(OrderId id, Money amount) {
        return database.sql(REFUND)
                .bind("id", id.value())
                .bind("amount", amount.minor())
                .map(OrderStore::toOrder)
                .one();
    }

    /// What the room sold, by currency.
    Flux<Sold> sold(RoomId room) {
        return database.sql(SOLD)
                .bind("room", room.value())
                .map(row -> new Sold(
                        row.get("orders", Long.class),
                        row.get("units", Long.class),
                        Money.ofMinor(row.get("revenue", Long.class), row.get("currency", String.class))))
                .all();
    }

    private static Order toOrder(Readable row) {
        String currency = row.get("currency", String.class);
        return new Order(
                new OrderId(row.get("id", UUID.class)),
                new ReservationId(row.get("reservation_id", UUID.class)),
                new SaleId(row.get("sale_id", UUID.class)),
                new RoomId(row.get("room_id", UUID.class)),
                new MemberId(row.get("buyer_id", UUID.class)),
                new MemberId(row.get("seller_id", UUID.class)),
                toLine(row, currency),
                Money.ofMinor(row.get("refunded_minor", Long.class), currency),
                OrderState.of(row.get("state", String.class)),
                Optional.ofNullable(row.get("cancel_reason", String.class))
                        .map(CancelReason::of)
                        .orElse(null),
                row.get("expires_at", Instant.class),
                row.get("created_at", Instant.class),
                row.get("paid_at", Instant.class));
    }

    private static Line toLine(Readable row, String currency) {
        Article article = new Article(
                new ProductId(row.get("product_id", UUID.class)),
                new SkuId(row.get("sku_id", UUID.class)),
                row.get("title", String.class),
                row.get("variant_title", String.class));
        return new Line(
                article,
                Money.ofMinor(row.get("price_minor", Long.class), currency),
                row.get("quantity", Integer.class));
    }
}
