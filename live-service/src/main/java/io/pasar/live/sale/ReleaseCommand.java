package io.pasar.live.sale;

import io.pasar.kernel.id.ReservationId;
import jakarta.validation.constraints.NotNull;

/// The data of `reservation.release`.
record ReleaseCommand(@NotNull ReservationId reservationId) {}
