package io.pasar.platform.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The text is a market: an ISO 3166-1 alpha-2 country code in capitals, such as `ID`. Absent text passes.
@Documented
@Constraint(validatedBy = MarketRule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Market {

    String message() default "{io.pasar.platform.web.Market.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
