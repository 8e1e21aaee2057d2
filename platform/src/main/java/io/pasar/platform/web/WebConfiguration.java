package io.pasar.platform.web;

import org.springframework.context.annotation.Configuration;

/// Wires `web`.
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {}
