package io.pasar.platform.trace;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Whether traces are made. Where to is `management.opentelemetry.tracing.export.otlp.endpoint`
/// (`PASAR_TRACES_URL`), how many `management.tracing.sampling.probability` (`PASAR_TRACES_SAMPLED`).
///
/// @param enabled whether spans are made and SQL and Redis are watched for them (`PASAR_TRACING`); watching
///     costs a proxy around every connection, so it is off unless asked for
@Validated
@ConfigurationProperties("pasar.tracing")
public record TraceProperties(@DefaultValue("false") boolean enabled) {}
