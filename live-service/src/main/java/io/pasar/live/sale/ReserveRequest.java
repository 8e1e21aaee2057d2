package io.pasar.live.sale;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.SaleId;

/// A member's wish for units.
///
/// @param id of the reservation to be
/// @param quantity 1 or more
record ReserveRequest(ReservationId id, SaleId sale, MemberId member, int quantity) {}
