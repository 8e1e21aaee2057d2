package io.pasar.platform.start;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The start of a process.
///
/// @param serversWithin how long it waits for each of PostgreSQL and Redis before it gives up
@Validated
@ConfigurationProperties("pasar.start")
public record StartProperties(
        @DefaultValue("2m") @DurationMin Duration serversWithin) {}
