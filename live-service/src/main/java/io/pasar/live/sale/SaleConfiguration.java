package io.pasar.live.sale;

import io.micrometer.core.instrument.MeterRegistry;
import io.pasar.platform.job.PeriodicJob;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/// Wires the checks and jobs of sales.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SaleProperties.class)
class SaleConfiguration {

    @Bean
    SaleInstruments saleInstruments(MeterRegistry registry) {
        return new SaleInstruments(registry);
    }

    @Bean
    PeriodicJob saleGaugesJob(ReservationStore reservations, SaleInstruments instruments, SaleProperties properties) {
        return PeriodicJob.every(
                properties.gaugesEvery(),
                "The gauges of sales",
                Mono.defer(reservations::heldNow).doOnNext(instruments::held).thenReturn(false));
    }

    @Bean
    SaleInvariants saleInvariants() {
        return new SaleInvariants();
    }

    @Bean
    PeriodicJob holdSweepJob(HoldSweepService sweeps, SaleProperties properties) {
        return PeriodicJob.every(
                properties.sweepEvery(),
                "The sweep of expired holds",
                Mono.defer(sweeps::sweep).map(ended -> ended == HoldSweepService.BATCH_MAX));
    }

    @Bean
    PeriodicJob saleClockJob(SaleControlService control, SaleProperties properties) {
        return PeriodicJob.every(
                properties.clockEvery(),
                "The opening and closing of sales by the clock",
                Mono.defer(control::followClock));
    }
}
