package io.pasar.platform.json;

import org.springframework.context.annotation.Configuration;

/// Wires `json`.
@Configuration(proxyBeanMethods = false)
public class JsonConfiguration {}
