package io.pasar.platform.idempotency;

import org.springframework.context.annotation.Configuration;

/// Wires `idempotency`.
@Configuration(proxyBeanMethods = false)
public class IdempotencyConfiguration {}
