package io.pasar.platform.web;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;

/// Constraint messages in one language, whatever language the machine or the caller has.
record FixedLocaleInterpolator(MessageInterpolator messages, Locale locale) implements MessageInterpolator {

    @Override
    public String interpolate(String template, Context context) {
        return messages.interpolate(template, context, locale);
    }

    @Override
    public String interpolate(String template, Context context, Locale ignored) {
        return messages.interpolate(template, context, locale);
    }
}
