package io.pasar.platform.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/// Decides [Bcp47].
public final class Bcp47Rule implements ConstraintValidator<Bcp47, CharSequence> {

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        return text == null || KnownTags.isLanguageTag(text.toString());
    }
}
