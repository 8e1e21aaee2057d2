package io.pasar.platform.operator;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires `operator`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperatorProperties.class)
public class OperatorConfiguration {

    /// Where the actuator shares its port with the world. A management port of its own is closed to the world by
    /// whoever runs it.
    @Bean
    @ConditionalOnManagementPort(ManagementPortType.SAME)
    OperatorFilter operatorFilter(OperatorProperties settings) {
        return new OperatorFilter(settings.token());
    }
}
