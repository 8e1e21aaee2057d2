package io.pasar.platform.socket;

import org.springframework.context.annotation.Configuration;

/// Wires `socket`.
@Configuration(proxyBeanMethods = false)
public class SocketConfiguration {}
