package io.pasar.community.ledger;

import io.pasar.platform.job.PeriodicJob;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires `ledger`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerProperties.class)
class LedgerConfiguration {

    @Bean
    PeriodicJob maturityJob(LedgerService ledger, LedgerProperties properties) {
        return PeriodicJob.every(
                properties.matureEvery(),
                "The maturing of rewards",
                ledger.matureDue().map(LedgerService::leavesMore));
    }

    @Bean
    PeriodicJob ledgerCheckJob(LedgerCheckService check, LedgerProperties properties) {
        return PeriodicJob.every(
                properties.checkEvery(),
                "The check of the ledger",
                check.check().thenReturn(false));
    }
}
