package io.pasar.community.reward;

import io.pasar.kernel.event.OrderPaid;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import java.time.Instant;

/// The first paid order of a buyer.
///
/// @param totalMinor what was paid, in the currency's minor unit
record FirstOrder(MemberId buyer, OrderId order, MemberId seller, long totalMinor, Instant paidAt) {

    static FirstOrder of(OrderPaid paid) {
        return new FirstOrder(
                paid.buyer(), paid.order(), paid.seller(), paid.total().minor(), paid.paidAt());
    }
}
