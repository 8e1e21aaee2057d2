package io.pasar.platform.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The text may be kept and shown: no control characters, no bidirectional overrides, valid Unicode, not too
/// long. The rules are `TextRules` of the kernel. Absent text passes; add `@NotBlank` where it is needed.
@Documented
@Constraint(validatedBy = PlainTextRule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /// The most code points.
    int max();

    /// Whether line breaks and tabs are allowed.
    boolean lines() default false;

    String message() default "{io.pasar.platform.web.PlainText.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
