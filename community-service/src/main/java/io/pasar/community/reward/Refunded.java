package io.pasar.community.reward;

/// What of an order's money went back so far.
///
/// @param minor the sum of its refunds, in the currency's minor unit
/// @param whole whether a refund said that nothing is left
record Refunded(long minor, boolean whole) {

    boolean isNothing() {
        return minor == 0 && !whole;
    }
}
