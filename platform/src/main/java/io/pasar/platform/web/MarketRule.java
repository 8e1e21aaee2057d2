package io.pasar.platform.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/// Decides [Market].
public final class MarketRule implements ConstraintValidator<Market, CharSequence> {

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        return text == null || KnownTags.isMarket(text.toString());
    }
}
