package io.pasar.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/// The settings' defaults and bounds.
class EventPropertiesTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(EventProperties.class)
    static class SettingsConfiguration {}

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(SettingsConfiguration.class);

    @Test
    void needsNoSettings() {
        service.run(context -> {
            EventProperties properties = context.getBean(EventProperties.class);
            assertThat(properties.retention().outbox()).isEqualTo(Duration.ofDays(7));
            assertThat(properties.relay().batch()).isEqualTo(200);
            assertThat(properties.consumer().attempts()).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pasar.events.lease=10ms",
                "pasar.events.poll=1m",
                "pasar.events.relay.batch=0",
                "pasar.events.relay.stream-cap=200",
                "pasar.events.consumer.attempts=21",
                "pasar.events.consumer.handler-timeout=0s",
                "pasar.events.retention.outbox=30d",
                "pasar.events.retention.sweep-batch=0"
            })
    void refusesWhatCannotWork(String setting) {
        service.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }
}
