package io.pasar.platform.event.flow;

import io.pasar.platform.PlatformConfiguration;
import io.pasar.platform.event.Outbox;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/// Either of the two services, by `pasar.service.name`.
@SpringBootApplication(scanBasePackageClasses = FlowApplication.Nothing.class)
@Import({
    PlatformConfiguration.class,
    FlowApplication.NotingConfiguration.class,
    FlowApplication.CountingConfiguration.class
})
class FlowApplication {

    interface Nothing {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "pasar.service.name", havingValue = "noting")
    static class NotingConfiguration {

        @Bean
        NoteService notes(DatabaseClient database, TransactionalOperator transaction, Outbox outbox) {
            return new NoteService(database, transaction, outbox);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "pasar.service.name", havingValue = "counting")
    static class CountingConfiguration {

        @Bean
        EffectHandler first(DatabaseClient database) {
            return new EffectHandler("counting.first", database);
        }

        @Bean
        EffectHandler second(DatabaseClient database) {
            return new EffectHandler("counting.second", database);
        }
    }
}
