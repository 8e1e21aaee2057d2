package io.pasar.live.catalogue.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of imports.
///
/// @param currency ISO 4217 code of prices when the upload does not name one: product CSVs name none
/// @param workers imports of one node at a time, each of another member; 0 for a node that only takes them in
/// @param lease how long an import stays with a worker that gives no sign; what is left of it is what an import
///     waits after its worker was killed
/// @param poll how often to look for imports that other nodes took in or gave up
/// @param waitingMax unfinished imports of one member
@Validated
@ConfigurationProperties("pasar.imports")
record ImportProperties(
        @DefaultValue("USD") @NotNull String currency,
        @DefaultValue("2") @Min(0) @Max(16) int workers,
        @DefaultValue("PT15S") @NotNull Duration lease,
        @DefaultValue("PT1S") @NotNull Duration poll,
        @DefaultValue("10") @Min(1) @Max(1000) int waitingMax) {}
