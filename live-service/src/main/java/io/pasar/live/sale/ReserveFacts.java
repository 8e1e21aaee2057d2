package io.pasar.live.sale;

import java.time.Instant;
import java.util.Optional;

/// What a refusal is explained with.
///
/// @param memberUnits what the member holds and has bought in this sale
/// @param lapsed whether holds are past their time that no sweep has returned yet
/// @param now the database's clock
record ReserveFacts(Sale sale, int memberUnits, boolean lapsed, Instant now) {

    Optional<ReserveRefusal> refusal(int quantity) {
        return ReservationRules.refusal(sale, memberUnits, quantity, now);
    }

    /// Why a statement that just found nothing to take did so: what holds now, or else somebody was faster.
    ReserveRefusal explain(int quantity) {
        return refusal(quantity)
                .orElseGet(() -> new ReserveRefusal.SoldOut(0, sale.stock().held()));
    }
}
