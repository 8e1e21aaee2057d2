package io.pasar.live.sale;

import io.pasar.kernel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the host asks and allows.
///
/// @param price of one unit, above zero
/// @param stock units offered, 1 to 1,000,000
/// @param perMember the most units one member may have, 1 to 1,000
/// @param holdSeconds how long a reservation holds, 1 to 86,400
/// @param opensAt when it opens; at once if absent or past
/// @param closesAt when it closes by itself, if it shall
record SaleTerms(
        Money price,
        int stock,
        int perMember,
        int holdSeconds,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt) {}
