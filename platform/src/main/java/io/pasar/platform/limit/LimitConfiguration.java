package io.pasar.platform.limit;

import org.springframework.context.annotation.Configuration;

/// Wires `limit`.
@Configuration(proxyBeanMethods = false)
public class LimitConfiguration {}
