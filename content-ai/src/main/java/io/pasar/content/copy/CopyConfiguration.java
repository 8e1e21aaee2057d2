package io.pasar.content.copy;

import io.pasar.content.check.CopyGuard;
import io.pasar.content.compose.Composer;
import io.pasar.content.fact.MeasureScanner;
import io.pasar.content.language.LanguageGuess;
import io.pasar.content.language.Languages;
import io.pasar.content.language.Orders;
import io.pasar.content.market.Markets;
import io.pasar.content.model.ModelsProvider;
import io.pasar.content.sheet.SheetReader;
import io.pasar.content.term.Terminology;
import io.pasar.platform.job.PeriodicJob;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the pure parts: data is read and validated here, once, before the first request.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CopyProperties.class)
class CopyConfiguration {

    @Bean
    PeriodicJob copySweepJob(CopyStore store, CopyProperties properties) {
        return PeriodicJob.every(
                properties.sweepEvery(), "The sweep of old copy", store.removeOld(properties.keptFor()));
    }

    @Bean
    Languages languages() {
        return Languages.load();
    }

    @Bean
    Terminology terms() {
        return Terminology.load();
    }

    @Bean
    Markets markets() {
        return Markets.load();
    }

    @Bean
    Composer composer(Terminology terms, Languages languages) {
        return new Composer(terms, languages);
    }

    @Bean
    CopyGuard copyGuard(Terminology terms, Languages languages) {
        return new CopyGuard(terms, languages);
    }

    @Bean
    RulesVersion rulesVersion(Markets markets, Languages languages) {
        return RulesVersion.of(markets, languages);
    }

    @Bean
    RequestRules requestRules(Markets markets, ModelsProvider models) {
        return new RequestRules(markets, models.languages());
    }

    @Bean
    CopyRules copyRules(Terminology terms, Languages languages) {
        return new CopyRules(
                new MeasureScanner(terms),
                new SheetReader(terms, languages),
                new LanguageGuess(languages),
                Orders.load());
    }
}
