package io.pasar.community.purchase;

import io.pasar.kernel.event.OrderPaid;
import io.pasar.kernel.event.OrderRefunded;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// SQL of `purchase`.
@Repository
class PurchaseStore {

    private static final String INSERT = """
            INSERT INTO purchase (order_id, buyer, product, paid_at) VALUES (:order, :buyer, :product, :paidAt)
            ON CONFLICT (order_id) DO NOTHING""";

    private static final String MARK_RETURNED = """
            INSERT INTO purchase_returned (order_id, returned_at) VALUES (:order, :returnedAt)
            ON CONFLICT (order_id) DO NOTHING""";

    private final DatabaseClient database;

    PurchaseStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(OrderPaid paid) {
        return database.sql(INSERT)
                .bind("order", paid.order().value())
                .bind("buyer", paid.buyer().value())
                .bind("product", paid.product().value())
                .bind("paidAt", paid.paidAt())
                .then();
    }

    /// A part of the money leaves the buyer a buyer.
    Mono<Void> markReturned(OrderRefunded refund) {
        if (!refund.whole()) {
            return Mono.empty();
        }
        return database.sql(MARK_RETURNED)
                .bind("order", refund.order().value())
                .bind("returnedAt", refund.refundedAt())
                .then();
    }
}
