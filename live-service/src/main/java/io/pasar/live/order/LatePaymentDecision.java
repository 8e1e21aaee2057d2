package io.pasar.live.order;

/// What to do with money that came when its order had no live hold.
sealed interface LatePaymentDecision {

    /// The hold expired: the same units again if they are there, else the money back.
    record SellAgain() implements LatePaymentDecision {}

    /// The buyer gave the units back: the money back.
    record GiveBack() implements LatePaymentDecision {}

    /// Nothing: it is paid.
    record AlreadyPaid() implements LatePaymentDecision {}
}
