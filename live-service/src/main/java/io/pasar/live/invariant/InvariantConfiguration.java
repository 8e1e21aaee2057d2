package io.pasar.live.invariant;

import io.micrometer.core.instrument.MeterRegistry;
import io.pasar.platform.job.PeriodicJob;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the periodic check.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InvariantProperties.class)
class InvariantConfiguration {

    @Bean
    InvariantInstruments invariantInstruments(MeterRegistry registry) {
        return new InvariantInstruments(registry);
    }

    @Bean
    PeriodicJob saleInvariantsJob(InvariantService invariants, InvariantProperties properties) {
        return PeriodicJob.every(
                properties.every(),
                "The check of the sale's invariants",
                invariants.check().thenReturn(false));
    }
}
