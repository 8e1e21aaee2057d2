package io.pasar.platform.web;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// The HTTP edge.
///
/// @param bodyMax the largest request body where a call does not say otherwise; sizes take a unit: `1MB`
/// @param corsOrigins origins of browsers' pages that may call the service, such as `https://shop.example`;
///     none by default, then only pages of the service's own origin can
/// @param trustedProxies networks of the proxies in front, such as `10.0.0.0/8`: from these, `X-Forwarded-For`
///     and `X-Forwarded-Proto` are believed, so that limits count each caller's own address; none by default
@Validated
@ConfigurationProperties("pasar.web")
public record WebProperties(
        @DefaultValue("1MB") @NotNull DataSize bodyMax,
        @DefaultValue List<String> corsOrigins,
        @DefaultValue List<String> trustedProxies) {}
