package io.pasar.live.figure;

import io.pasar.kernel.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one step brought.
///
/// @param at where the step begins
/// @param viewers the most seen in the step; null if nobody looked
/// @param revenue of orders paid in the step, after refunds, one amount a currency
/// @param stock available units of the open sales at the end of the step; null if nobody looked
record FigurePoint(
        Instant at,
        @Nullable Integer viewers,
        long chats,
        long reservations,
        long orders,
        List<Money> revenue,
        @Nullable Long stock) {}
