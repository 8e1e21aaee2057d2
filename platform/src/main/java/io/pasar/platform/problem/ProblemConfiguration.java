package io.pasar.platform.problem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// Wires `problem`.
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

    @Bean
    ProblemAdvice problemAdvice(JsonMapper json) {
        return new ProblemAdvice(json);
    }
}
