package io.pasar.platform.web;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// The HTTP edge. Durations and sizes take a unit: `10s`, `1MB`.
///
/// @param bodyMax the largest request body where a call does not say otherwise
/// @param corsOrigins origins of browsers' pages that may call the service, such as `https://shop.example`;
///     none by default, then only pages of the service's own origin can
/// @param trustedProxies networks of the proxies in front, such as `10.0.0.0/8`: from these, `X-Forwarded-For`
///     and `X-Forwarded-Proto` are believed, so that limits count each caller's own address; none by default
/// @param headWithin how long a request's head may take from its first byte on
/// @param bodyWithin how long a request's body may take, beside what `bodyRate` gives it
/// @param bodyRate so many bytes that arrived give a body another second: what a slow but honest sender reaches
@Validated
@ConfigurationProperties("pasar.web")
public record WebProperties(
        @DefaultValue("1MB") @NotNull DataSize bodyMax,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue List<String> trustedProxies,

        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration headWithin,

        @DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration bodyWithin,

        @DefaultValue("16KB") @NotNull DataSize bodyRate) {

    /// @throws IllegalArgumentException if the rate is below one byte
    public WebProperties {
        if (bodyRate.toBytes() < 1) {
            throw new IllegalArgumentException("pasar.web.body-rate must be at least 1B");
        }
    }
}
