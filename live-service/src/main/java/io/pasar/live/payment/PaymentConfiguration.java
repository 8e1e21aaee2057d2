package io.pasar.live.payment;

import io.pasar.platform.job.PeriodicJob;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/// Wires the providers, checks and jobs of payments.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentProperties.class)
class PaymentConfiguration {

    @Bean
    PaymentInvariants paymentInvariants() {
        return new PaymentInvariants();
    }

    @Bean
    PaymentProviders paymentProviders(List<PaymentProvider> providers) {
        return new PaymentProviders(providers);
    }

    @Bean
    IntentIds intentIds(Clock clock) {
        return new IntentIds(clock);
    }

    @Bean
    PeriodicJob refundJob(RefundService refunds, PaymentProperties properties) {
        return PeriodicJob.every(properties.retryEvery(), "The taking up of refunds", Mono.defer(refunds::carryOutDue));
    }

    @Bean
    PeriodicJob sandboxDeliveryJob(SandboxDeliveryService delivery, PaymentProperties properties) {
        return PeriodicJob.every(
                properties.retryEvery(), "The delivery of the sandbox's webhooks", Mono.defer(delivery::deliverDue));
    }
}
