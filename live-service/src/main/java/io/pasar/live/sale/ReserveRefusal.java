package io.pasar.live.sale;

import io.pasar.platform.problem.Problem;

/// Why units were not reserved.
sealed interface ReserveRefusal {

    /// The sale does not take reservations now.
    record NotOpen(SalePhase phase) implements ReserveRefusal {}

    /// The member would have more than anybody may.
    record LimitReached(int perMember, int memberUnits) implements ReserveRefusal {}

    /// Not that many units are free.
    record SoldOut(int available, int held) implements ReserveRefusal {}

    /// The answer for the caller.
    default Problem problem() {
        return switch (this) {
            case NotOpen(var phase) ->
                SaleProblem.SALE_NOT_OPEN.because(
                        phase == SalePhase.SCHEDULED ? "The sale has not opened yet." : "The sale has closed.");
            case LimitReached(var perMember, var memberUnits) ->
                SaleProblem.LIMIT_REACHED.because(
                        "One member may have %d in this sale; you have %d.".formatted(perMember, memberUnits));
            case SoldOut(var available, var held) -> SaleProblem.SOLD_OUT.because(soldOut(available, held));
        };
    }

    private static String soldOut(int available, int held) {
        if (available > 0) {
            return "Only %d left.".formatted(available);
        }
        return held > 0 ? "All units are taken; %d may still come back.".formatted(held) : "All units are sold.";
    }
}
