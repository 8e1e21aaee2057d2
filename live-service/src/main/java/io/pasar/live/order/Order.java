package io.pasar.live.order;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SaleId;
import io.pasar.kernel.money.Money;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One member's purchase of what one reservation holds.
///
/// @param reservation the hold it stands on; a late payment may have moved it to a new one
/// @param refunded how much of the total went back
/// @param expiresAt when the hold ends and with it the chance to pay
record Order(
        OrderId id,
        ReservationId reservation,
        SaleId sale,
        RoomId room,
        MemberId buyer,
        MemberId seller,
        Line line,
        Money refunded,
        OrderState state,
        @Nullable CancelReason cancelReason,
        Instant expiresAt,
        Instant createdAt,
        @Nullable Instant paidAt) {

    Money total() {
        return line.total();
    }

    Optional<CancelReason> cancelledBecause() {
        return Optional.ofNullable(cancelReason);
    }

    boolean concerns(MemberId member) {
        return buyer.equals(member) || seller.equals(member);
    }
}
