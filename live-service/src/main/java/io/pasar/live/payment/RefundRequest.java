package io.pasar.live.payment;

import io.pasar.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// A seller's wish to give money back.
///
/// @param amount all that is left if absent
/// @param key the caller's idempotency key; a second request of one order with the same key is the first one
public record RefundRequest(
        @Nullable Money amount,
        @Nullable String reason,
        @Nullable String key) {}
