package io.pasar.live.sale;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.SaleId;
import java.time.Instant;

/// Units one member has taken out of a sale for a while.
///
/// @param expiresAt when the hold ends, by the database's clock; from then on it can never be paid, whether or
///     not the sweep has already returned its units
public record Reservation(
        ReservationId id, SaleId sale, MemberId member, int quantity, ReservationState state, Instant expiresAt) {

    /// Whether it holds its units at this moment.
    public boolean holdsAt(Instant now) {
        return state == ReservationState.HELD && now.isBefore(expiresAt);
    }
}
