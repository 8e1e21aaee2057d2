package io.pasar.platform.redis;

import org.springframework.context.annotation.Configuration;

/// Wires `redis`.
@Configuration(proxyBeanMethods = false)
public class RedisConfiguration {}
