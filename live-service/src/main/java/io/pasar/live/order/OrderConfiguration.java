package io.pasar.live.order;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the checks of orders.
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    @Bean
    OrderInvariants orderInvariants() {
        return new OrderInvariants();
    }
}
