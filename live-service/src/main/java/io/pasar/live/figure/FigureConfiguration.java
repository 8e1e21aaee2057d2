package io.pasar.live.figure;

import io.pasar.platform.job.PeriodicJob;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/// Wires the sampling of rooms.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FigureProperties.class)
class FigureConfiguration {

    /// Looks twice as often as it samples, so that no moment is missed.
    @Bean
    PeriodicJob figureSampleJob(SampleService samples, FigureProperties settings) {
        return PeriodicJob.every(
                settings.sampleEvery().dividedBy(2), "The sampling of live rooms", Mono.defer(samples::sample));
    }
}
