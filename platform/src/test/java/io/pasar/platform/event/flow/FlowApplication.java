package io.pasar.platform.event.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.platform.PlatformConfiguration;
import io.pasar.platform.ServiceProperties;
import io.pasar.platform.event.EventConfiguration;
import io.pasar.platform.event.Outbox;
import io.pasar.platform.json.JsonConfiguration;
import io.pasar.platform.postgres.PostgresConfiguration;
import io.pasar.platform.redis.RedisConfiguration;
import io.pasar.platform.trace.TraceConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/// Either of the two services, by `pasar.service.name`.
final class FlowApplication {

    private FlowApplication() {}

    /// With everything a service has.
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({PlatformConfiguration.class, NotingConfiguration.class, CountingConfiguration.class})
    static class WholeConfiguration {}

    /// With what the event stream needs and nothing else, so that it starts in a moment.
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(JacksonAutoConfiguration.class)
    @EnableConfigurationProperties(ServiceProperties.class)
    @Import({
        JsonConfiguration.class,
        PostgresConfiguration.class,
        RedisConfiguration.class,
        EventConfiguration.class,
        TraceConfiguration.class,
        NotingConfiguration.class,
        CountingConfiguration.class
    })
    static class BareConfiguration {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        IdGenerator ids() {
            return IdGenerator.timeOrdered();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ObservationRegistry observations() {
            return ObservationRegistry.create();
        }
    }

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
