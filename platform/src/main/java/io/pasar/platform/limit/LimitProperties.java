package io.pasar.platform.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Limits other than their default: `pasar.limits.sign-in.burst=5`, `pasar.limits.sign-in.per=1m`.
///
/// @param limits by the limit's name
@Validated
@ConfigurationProperties("pasar")
public record LimitProperties(@DefaultValue Map<String, @Valid Setting> limits) {

    /// One limit's setting; what is left out keeps its default.
    ///
    /// @param burst how many at once, and in every `per`
    /// @param per the window in which the burst refills, 1 s to 31 days
    public record Setting(
            @Nullable @Min(1) @Max(1_000_000) Integer burst,

            @Nullable @DurationMin(seconds = 1) @DurationMax(days = 31)
            Duration per) {}
}
