package io.pasar.live.figure;

import io.pasar.kernel.money.Money;
import java.time.Instant;

/// What one step of a [FigureSpan] brought.
public sealed interface Figure {

    /// A moment inside of the step.
    Instant at();

    record Chats(Instant at, long count) implements Figure {}

    record Reservations(Instant at, long count) implements Figure {}

    /// Orders paid in the step, of one currency.
    ///
    /// @param orders those not wholly refunded since
    /// @param units theirs
    /// @param revenue after refunds
    record Orders(Instant at, long orders, long units, Money revenue) implements Figure {}
}
