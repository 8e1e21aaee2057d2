package io.pasar.platform;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Which service this is.
///
/// @param name `live`, `community` or `content`: its PostgreSQL schema, the prefix of its stream and of its
///     resources
@Validated
@ConfigurationProperties("pasar.service")
public record ServiceProperties(
        @NotNull @Pattern(regexp = "[a-z]{2,20}") String name) {

    /// The CloudEvents `source` of this service's events.
    public String source() {
        return "/" + name;
    }
}
