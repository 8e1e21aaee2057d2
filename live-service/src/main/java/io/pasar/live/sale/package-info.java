/// Sales of one SKU in one room, and the reservations that hold their units.
///
/// The stored truth is PostgreSQL: every move of units is one statement on the sale's row, decided by the
/// database's clock. `SaleService` opens and closes, `ReservationService` reserves, releases and, for orders,
/// confirms; `HoldSweepService` returns what expired. Orders learn of the end of a hold through
/// `HoldEndHandler`.
@ApplicationModule(allowedDependencies = {"connection", "room", "catalogue", "invariant", "figure"})
@NullMarked
package io.pasar.live.sale;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
