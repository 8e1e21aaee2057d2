package io.pasar.live.sale;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SaleId;
import io.pasar.kernel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A host's offer of one SKU in one room.
///
/// @param seller the room's host, who owns the product and gets the money
/// @param article what is sold
/// @param price of one unit
/// @param perMember the most units one member may hold and have bought together
/// @param holdSeconds how long a reservation holds its units, 1 to 86,400
/// @param closesAt when it closes by itself, if it does
/// @param version rises with every change of the row
public record Sale(
        SaleId id,
        RoomId room,
        MemberId seller,
        Article article,
        Money price,
        int perMember,
        int holdSeconds,
        Instant opensAt,
        @Nullable Instant closesAt,
        SalePhase phase,
        Stock stock,
        long version) {

    /// What people see of its life.
    public SaleState state() {
        return SaleState.of(phase, stock);
    }

    /// Whether it takes reservations at this moment, if units are left.
    boolean isOpenAt(Instant now) {
        return phase == SalePhase.OPEN && (closesAt == null || now.isBefore(closesAt));
    }
}
