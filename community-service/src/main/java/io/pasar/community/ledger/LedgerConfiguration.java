package io.pasar.community.ledger;

import io.pasar.community.job.PeriodicJob;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires `ledger`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerProperties.class)
class LedgerConfiguration {

    @Bean
    PeriodicJob maturityJob(LedgerService ledger, LedgerProperties properties) {
        return new PeriodicJob("maturing rewards", properties.matureEvery(), ledger.matureDue());
    }

    @Bean
    PeriodicJob ledgerCheckJob(LedgerCheckService check, LedgerProperties properties) {
        return new PeriodicJob("checking the ledger", properties.checkEvery(), check.check());
    }
}
