package io.pasar.platform.idempotency;

import io.pasar.platform.problem.ProblemAdvice;
import io.pasar.platform.web.MappedCallProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.json.JsonMapper;

/// Wires `idempotency`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencyProperties.class)
public class IdempotencyConfiguration {

    @Bean
    IdempotencyStore idempotencyStore(DatabaseClient database, JsonMapper json) {
        return new IdempotencyStore(database, json);
    }

    @Bean
    IdempotencyService idempotencyService(
            IdempotencyStore store, TransactionalOperator transactions, IdempotencyProperties settings) {
        return new IdempotencyService(store, transactions, settings);
    }

    @Bean
    Idempotency idempotency(IdempotencyService service, IdempotencyProperties settings, JsonMapper json) {
        return new CommandIdempotencyService(service, settings, json);
    }

    @Bean
    IdempotencyFilter idempotencyFilter(
            MappedCallProvider calls,
            IdempotencyService service,
            ProblemAdvice problems,
            IdempotencyProperties settings) {
        return new IdempotencyFilter(calls, service, problems, settings);
    }

    @Bean
    IdempotencySweepJob idempotencySweepJob(IdempotencyStore store, IdempotencyProperties settings) {
        return new IdempotencySweepJob(store, settings.sweepEvery());
    }
}
