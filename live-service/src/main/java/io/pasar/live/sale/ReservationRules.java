package io.pasar.live.sale;

import io.pasar.live.sale.ReserveRefusal.LimitReached;
import io.pasar.live.sale.ReserveRefusal.NotOpen;
import io.pasar.live.sale.ReserveRefusal.SoldOut;
import java.time.Instant;
import java.util.Optional;

/// Who may take units out of a sale. The same conditions stand in the statement of [ReservationStore#reserve],
/// where they decide; here they explain a refusal, and decide wherever the sale's row is already locked.
final class ReservationRules {

    private ReservationRules() {}

    /// Why these units cannot be reserved, or empty if they can.
    ///
    /// @param memberUnits what the member holds and has bought in this sale
    /// @param now the database's clock
    static Optional<ReserveRefusal> refusal(Sale sale, int memberUnits, int quantity, Instant now) {
        if (!sale.isOpenAt(now)) {
            return Optional.of(new NotOpen(sale.phase()));
        }
        if (memberUnits + quantity > sale.perMember()) {
            return Optional.of(new LimitReached(sale.perMember(), memberUnits));
        }
        if (quantity > sale.stock().available()) {
            return Optional.of(
                    new SoldOut(sale.stock().available(), sale.stock().held()));
        }
        return Optional.empty();
    }
}
