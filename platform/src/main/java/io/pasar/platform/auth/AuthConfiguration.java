package io.pasar.platform.auth;

import org.springframework.context.annotation.Configuration;

/// Wires `auth`.
@Configuration(proxyBeanMethods = false)
public class AuthConfiguration {}
