package io.pasar.live.sale;

import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.SaleId;
import java.time.Instant;

/// A reservation as its owner sees it, over HTTP and in the owner event `reservation`.
public record ReservationView(
        ReservationId id, SaleId saleId, int quantity, ReservationState state, Instant expiresAt) {

    static ReservationView of(Reservation reservation) {
        return new ReservationView(
                reservation.id(),
                reservation.sale(),
                reservation.quantity(),
                reservation.state(),
                reservation.expiresAt());
    }
}
