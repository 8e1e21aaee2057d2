package io.pasar.platform.event;

import org.springframework.context.annotation.Configuration;

/// Wires `event`.
@Configuration(proxyBeanMethods = false)
public class EventConfiguration {}
