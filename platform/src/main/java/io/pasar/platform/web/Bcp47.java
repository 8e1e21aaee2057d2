package io.pasar.platform.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The text is a BCP 47 language tag of a language, script and region that exist, such as `id`, `zh-Hant-TW` or
/// `es-419`. Absent text passes.
@Documented
@Constraint(validatedBy = Bcp47Rule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Bcp47 {

    String message() default "{io.pasar.platform.web.Bcp47.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
