package io.pasar.platform.postgres;

import org.springframework.context.annotation.Configuration;

/// Wires `postgres`.
@Configuration(proxyBeanMethods = false)
public class PostgresConfiguration {}
