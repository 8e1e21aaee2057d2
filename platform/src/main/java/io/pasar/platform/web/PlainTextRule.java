package io.pasar.platform.web;

import io.pasar.kernel.text.TextRules;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides [PlainText]; the message is the kernel's objection.
public final class PlainTextRule implements ConstraintValidator<PlainText, CharSequence> {

    private int max;
    private boolean lines;

    @Override
    public void initialize(PlainText constraint) {
        max = constraint.max();
        lines = constraint.lines();
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        Optional<String> objection = text == null ? Optional.empty() : TextRules.objection(text.toString(), max, lines);
        objection.ifPresent(sentence -> object(sentence, context));
        return objection.isEmpty();
    }

    /// The sentence holds nothing of the text, so nothing of the text is ever interpreted as an expression.
    private static void object(String sentence, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(sentence).addConstraintViolation();
    }
}
