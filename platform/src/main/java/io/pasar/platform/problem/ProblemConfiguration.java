package io.pasar.platform.problem;

import org.springframework.context.annotation.Configuration;

/// Wires `problem`.
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {}
