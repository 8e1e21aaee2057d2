package io.pasar.live.sale;

import io.pasar.kernel.money.Money;
import io.pasar.platform.problem.InputError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a host may offer, beyond the bounds of the single values.
final class SaleRules {

    /// How far ahead a sale may be planned.
    static final Duration AHEAD_MAX = Duration.ofDays(366);

    private SaleRules() {}

    /// What is wrong with the terms; empty if nothing is.
    static List<InputError> objections(SaleTerms terms, Instant now) {
        List<InputError> errors = new ArrayList<>();
        if (!terms.price().isPositive()) {
            errors.add(new InputError("/price/amount", "must be above zero"));
        } else if (overflows(terms.price(), terms.perMember())) {
            errors.add(new InputError("/price/amount", "is too much for " + terms.perMember() + " units an order"));
        }
        checkTimes(terms.opensAt(), terms.closesAt(), now, errors);
        return List.copyOf(errors);
    }

    private static void checkTimes(
            @Nullable Instant opensAt, @Nullable Instant closesAt, Instant now, List<InputError> errors) {
        Instant latest = now.plus(AHEAD_MAX);
        Instant opens = opensAt == null || opensAt.isBefore(now) ? now : opensAt;
        if (opens.isAfter(latest)) {
            errors.add(new InputError("/opensAt", "must be within a year"));
        }
        if (closesAt != null && !closesAt.isAfter(opens)) {
            errors.add(new InputError("/closesAt", "must be after the opening"));
        }
        if (closesAt != null && closesAt.isAfter(latest)) {
            errors.add(new InputError("/closesAt", "must be within a year"));
        }
    }

    private static boolean overflows(Money price, int quantity) {
        return Math.multiplyHigh(price.minor(), (long) quantity) != 0 || price.minor() * quantity < 0;
    }
}
