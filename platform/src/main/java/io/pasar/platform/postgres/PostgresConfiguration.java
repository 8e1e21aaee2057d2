package io.pasar.platform.postgres;

import io.micrometer.observation.ObservationRegistry;
import io.pasar.platform.ServiceProperties;
import io.pasar.platform.start.StartProperties;
import io.pasar.platform.trace.TraceService;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.proxy.ProxyConnectionFactory;
import io.r2dbc.proxy.observation.ObservationProxyExecutionListener;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;
import reactor.pool.PooledRefMetadata;

/// Wires `postgres`: migrates the service's schema, then opens a pool whose connections see that schema only.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PostgresProperties.class, StartProperties.class})
public class PostgresConfiguration {

    /// More than a transaction takes that does not wait for anything.
    private static final Duration DRAIN_MAX = Duration.ofSeconds(2);

    /// The pool; made after the migration, so no bean ever sees an older schema.
    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionFactory(
            PostgresProperties settings, ServiceProperties service, StartProperties start, TraceService traces) {
        SchemaMigration.migrate(JdbcAddress.of(settings.url()), service.name(), start.serversWithin());
        ConnectionFactory factory = ConnectionFactories.get(options(settings, service.name()));
        return new ConnectionPool(pool(settings, traces.isOn() ? observed(factory, traces.registry()) : factory));
    }

    /// Each statement is a span; its parameters are not in it.
    private static ConnectionFactory observed(ConnectionFactory factory, ObservationRegistry observations) {
        return ProxyConnectionFactory.builder(factory)
                .listener(new ObservationProxyExecutionListener(observations, factory, null))
                .build();
    }

    @Bean
    PoolDrainJob poolDrainJob(ConnectionPool pool) {
        return new PoolDrainJob(pool, DRAIN_MAX);
    }

    @Bean
    DatabaseClient databaseClient(ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }

    @Bean
    ReactiveTransactionManager reactiveTransactionManager(ConnectionFactory connections) {
        return new NestingTransactionProvider(connections);
    }

    /// Begins a transaction, or a savepoint inside one: what fails inside and is recovered from leaves nothing
    /// behind, whether or not somebody further out (an idempotency key, an event's consumer) has a transaction
    /// open. A caller that leaves does not end it.
    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager transactions) {
        return transactionalOperator(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    /// Transactions of another kind, which a caller that leaves does not end either.
    public static TransactionalOperator transactionalOperator(
            ReactiveTransactionManager transactions, TransactionDefinition definition) {
        return new UninterruptedTransactionProvider(TransactionalOperator.create(transactions, definition));
    }

    @Bean
    PostgresIndicator postgresHealthIndicator(DatabaseClient database) {
        return new PostgresIndicator(database);
    }

    private static ConnectionFactoryOptions options(PostgresProperties settings, String schema) {
        return ConnectionFactoryOptions.parse(settings.url())
                .mutate()
                .option(ConnectionFactoryOptions.CONNECT_TIMEOUT, settings.connectTimeout())
                .option(ConnectionFactoryOptions.STATEMENT_TIMEOUT, settings.statementTimeout())
                .option(ConnectionFactoryOptions.LOCK_WAIT_TIMEOUT, settings.lockTimeout())
                .option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, "pasar " + schema)
                .option(PostgresqlConnectionFactoryProvider.SCHEMA, schema)
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
                .option(PostgresqlConnectionFactoryProvider.OPTIONS, sessionSettings(settings))
                .build();
    }

    private static Map<String, String> sessionSettings(PostgresProperties settings) {
        return Map.of(
                "idle_in_transaction_session_timeout", millis(settings.idleInTransactionTimeout()), "TimeZone", "UTC");
    }

    private static ConnectionPoolConfiguration pool(PostgresProperties settings, ConnectionFactory factory) {
        return ConnectionPoolConfiguration.builder(factory)
                .initialSize(0)
                .maxSize(settings.connectionsMax())
                .maxAcquireTime(settings.acquireTimeout())
                .maxCreateConnectionTime(settings.connectTimeout())
                .backgroundEvictionInterval(Duration.ofSeconds(30))
                .acquireRetry(0)
                .customizer(
                        builder -> builder.evictionPredicate((connection, use) -> isOver(connection, use, settings)))
                .build();
    }

    /// A connection the server has closed is left out before a caller gets it: after a restart of PostgreSQL no
    /// call fails because of connections from before.
    private static boolean isOver(Connection connection, PooledRefMetadata use, PostgresProperties settings) {
        boolean alive = Boolean.TRUE.equals(
                Mono.from(connection.validate(ValidationDepth.LOCAL)).toFuture().getNow(false));
        return !alive
                || use.idleTime() >= settings.idleTime().toMillis()
                || use.lifeTime() >= settings.lifeTime().toMillis();
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
