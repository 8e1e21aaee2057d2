package io.pasar.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.observation.ObservationRegistry;
import io.pasar.embedded.PostgresServer;
import io.pasar.platform.ServiceProperties;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.FailureAdvice;
import io.pasar.platform.start.StartProperties;
import io.pasar.platform.trace.TraceService;
import io.pasar.test.TestServers;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// The pool and its transactions, on a PostgreSQL of their own that gets killed.
class PostgresConfigurationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 4;
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final PostgresConfiguration WIRING = new PostgresConfiguration();

    private static PostgresServer server;
    private static ConnectionPool pool;
    private static DatabaseClient database;
    private static TransactionalOperator transactions;

    @BeforeAll
    static void start() {
        server = TestServers.postgres();
        pool = WIRING.connectionFactory(
                settings(),
                new ServiceProperties("trial"),
                new StartProperties(WAIT),
                TraceService.off(ObservationRegistry.NOOP));
        database = WIRING.databaseClient(pool);
        transactions = WIRING.transactionalOperator(WIRING.reactiveTransactionManager(pool));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> "warm".equals(text("SELECT 'warm'").block(PATIENCE)));
        StepVerifier.create(sql("CREATE TABLE note (text text)")).verifyComplete();
    }

    @AfterAll
    static void stop() {
        pool.dispose();
        server.kill();
    }

    @Test
    void seesTheServicesSchemaOnly() {
        StepVerifier.create(text("SHOW search_path")).expectNext("trial").verifyComplete();
        StepVerifier.create(text("SHOW timezone")).expectNext("UTC").verifyComplete();
    }

    @Test
    void migratesTwiceWithoutHarm() {
        SchemaMigration.migrate(JdbcAddress.of(server.url()), "trial", WAIT);
        StepVerifier.create(text("SELECT count(*)::text FROM flyway_schema_history WHERE version = '0001'"))
                .expectNext("1")
                .verifyComplete();
    }

    @Test
    void endsStatementsThatTakeTooLong() {
        StepVerifier.create(sql("SELECT pg_sleep(30)"))
                .expectErrorSatisfies(PostgresConfigurationIT::isUnavailable)
                .verify(PATIENCE);
    }

    @Test
    void refusesWhoWaitsTooLongForAConnectionAndLosesNone() {
        Mono<Long> refused = Flux.range(0, 2 * CONNECTIONS)
                .flatMap(_ -> sql("SELECT pg_sleep(4)").thenReturn("slept").onErrorReturn("refused"), 2 * CONNECTIONS)
                .filter("refused"::equals)
                .count();
        StepVerifier.create(refused).expectNext((long) CONNECTIONS).verifyComplete();
        StepVerifier.create(Flux.range(0, CONNECTIONS).flatMap(_ -> text("SELECT 'here'"), CONNECTIONS))
                .expectNextCount(CONNECTIONS)
                .verifyComplete();
    }

    @Test
    void failsNoCallBecauseOfConnectionsFromBeforeARestart() {
        Flux<String> many = Flux.range(0, CONNECTIONS).flatMap(_ -> text("SELECT pg_sleep(0.1)::text"), CONNECTIONS);
        StepVerifier.create(many).expectNextCount(CONNECTIONS).verifyComplete();
        server.kill();
        StepVerifier.create(text("SELECT 'here'"))
                .expectErrorSatisfies(PostgresConfigurationIT::isUnavailable)
                .verify(PATIENCE);
        server.start();
        StepVerifier.create(many).expectNextCount(CONNECTIONS).verifyComplete();
    }

    @Test
    void undoesAnInnerTransactionAndWhatItWouldHaveTold() {
        AtomicInteger outerTold = new AtomicInteger();
        AtomicInteger innerTold = new AtomicInteger();
        Mono<Void> inner = note("inner")
                .then(AfterCommit.run(Mono.fromRunnable(innerTold::incrementAndGet)))
                .then(Mono.<Void>error(new IllegalStateException("inner")))
                .as(transactions::transactional)
                .onErrorComplete();
        Mono<Void> outer = note("outer")
                .then(AfterCommit.run(Mono.fromRunnable(outerTold::incrementAndGet)))
                .then(inner)
                .as(transactions::transactional);
        StepVerifier.create(outer).verifyComplete();
        StepVerifier.create(notes("inner")).expectNext(0L).verifyComplete();
        StepVerifier.create(notes("outer")).expectNext(1L).verifyComplete();
        assertThat(outerTold).hasValue(1);
        assertThat(innerTold).hasValue(0);
    }

    @Test
    void keepsAnInnerTransactionThatSucceedsAndTellsAfterTheOuterOne() {
        AtomicInteger told = new AtomicInteger();
        Mono<Void> inner = note("kept")
                .then(AfterCommit.run(Mono.fromRunnable(told::incrementAndGet)))
                .as(transactions::transactional)
                .doOnSuccess(_ -> assertThat(told).hasValue(0));
        StepVerifier.create(inner.as(transactions::transactional)).verifyComplete();
        StepVerifier.create(notes("kept")).expectNext(1L).verifyComplete();
        assertThat(told).hasValue(1);
    }

    @Test
    void answersTheCallerThoughWorkAfterTheCommitFails() {
        Mono<Void> effect = note("told badly")
                .then(AfterCommit.run(Mono.error(new IllegalStateException("nobody listens"))))
                .as(transactions::transactional);
        StepVerifier.create(effect).verifyComplete();
        StepVerifier.create(notes("told badly")).expectNext(1L).verifyComplete();
    }

    @Test
    void runsWorkAtOnceWhereThereIsNoTransaction() {
        AtomicInteger told = new AtomicInteger();
        StepVerifier.create(AfterCommit.run(Mono.fromRunnable(told::incrementAndGet)))
                .verifyComplete();
        assertThat(told).hasValue(1);
    }

    private static Mono<Void> note(String text) {
        return database.sql("INSERT INTO note VALUES (:text)")
                .bind("text", text)
                .then();
    }

    private static Mono<Long> notes(String text) {
        return database.sql("SELECT count(*) FROM note WHERE text = :text")
                .bind("text", text)
                .mapValue(Long.class)
                .one();
    }

    private static Mono<Void> sql(String statement) {
        return database.sql(statement).then();
    }

    private static Mono<String> text(String statement) {
        return database.sql(statement).mapValue(String.class).one().defaultIfEmpty("");
    }

    private static void isUnavailable(Throwable error) {
        assertThat(FailureAdvice.problemOf(error).code()).as(error.toString()).isEqualTo(CommonProblem.UNAVAILABLE);
    }

    private static PostgresProperties settings() {
        return new PostgresProperties(
                server.url(),
                CONNECTIONS,
                Duration.ofSeconds(3),
                Duration.ofSeconds(3),
                Duration.ofSeconds(6),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30));
    }
}
