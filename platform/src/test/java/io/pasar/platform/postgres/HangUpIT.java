package io.pasar.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.observation.ObservationRegistry;
import io.pasar.embedded.PostgresServer;
import io.pasar.platform.ServiceProperties;
import io.pasar.platform.start.StartProperties;
import io.pasar.platform.trace.TraceService;
import io.pasar.test.TcpProxy;
import io.pasar.test.TestServers;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// Callers leave at every moment of their transactions, which a slow way to PostgreSQL makes long.
class HangUpIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 4;
    private static final int CALLERS = 300;
    private static final int CALLERS_AT_ONCE = 6;
    private static final int READERS_LEAVE_WITHIN_MILLIS = 20;
    private static final int LEAVE_WITHIN_MILLIS = 80;
    private static final PostgresConfiguration WIRING = new PostgresConfiguration();

    private static PostgresServer server;
    private static TcpProxy proxy;
    private static ConnectionPool pool;
    private static DatabaseClient database;
    private static TransactionalOperator transactions;

    @BeforeAll
    static void start() {
        server = TestServers.postgres();
        proxy = TcpProxy.to(server.url());
        pool = WIRING.connectionFactory(
                settings(),
                new ServiceProperties("trial"),
                new StartProperties(PATIENCE),
                TraceService.off(ObservationRegistry.NOOP));
        database = WIRING.databaseClient(pool);
        transactions = WIRING.transactionalOperator(WIRING.reactiveTransactionManager(pool));
        StepVerifier.create(sql("CREATE TABLE note (text text, caller integer)").thenMany(warm()))
                .expectNextCount(CONNECTIONS)
                .verifyComplete();
        proxy.delay(Duration.ofMillis(4));
    }

    @AfterAll
    static void stop() {
        proxy.restore();
        pool.dispose();
        proxy.close();
        server.kill();
    }

    @BeforeEach
    void forget() {
        StepVerifier.create(sql("TRUNCATE note")).verifyComplete();
    }

    @Test
    void leavesNoConnectionBehindAndNothingHalfDone() {
        StepVerifier.create(hangUps()).verifyComplete();
        PoolMetrics use = pool.getMetrics().orElseThrow();
        await().atMost(PATIENCE).until(() -> use.acquiredSize() == 0 && use.pendingAcquireSize() == 0);
        assertThat(found("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"))
                .as("transactions left open")
                .isZero();
        assertThat(found("SELECT count(*) FROM (SELECT FROM note GROUP BY caller HAVING count(*) <> 2) AS half"))
                .as("callers with half of their notes")
                .isZero();
    }

    @Test
    void harmsNobodyElse() {
        Flux<Void> others = Flux.range(CALLERS, CALLERS).flatMap(HangUpIT::recovers, 2);
        StepVerifier.create(Flux.merge(hangUps().thenMany(Flux.<Void>empty()), others))
                .verifyComplete();
        assertThat(found("SELECT count(*) FROM note WHERE caller >= " + CALLERS))
                .isEqualTo(CALLERS);
    }

    @Test
    void isWaitedForBeforeThePoolCloses() throws InterruptedException {
        PoolMetrics use = pool.getMetrics().orElseThrow();
        Disposable caller = sql("SELECT pg_sleep(1)")
                .then(writesTwice(0))
                .as(transactions::transactional)
                .subscribe();
        await().atMost(PATIENCE)
                .until(() ->
                        found("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(1)%'") == 1);
        caller.dispose();
        CountDownLatch drained = new CountDownLatch(1);
        new PoolDrainJob(pool, PATIENCE).stop(drained::countDown);
        assertThat(drained.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(use.acquiredSize()).isZero();
        assertThat(found("SELECT count(*) FROM note")).isEqualTo(2);
    }

    /// What a reader no longer wants must not reach the connection's next user, nor keep it waiting.
    @ParameterizedTest
    @ValueSource(ints = {1, 600})
    void leavesNoConnectionWithWhatAReaderDidNotWaitFor(int rows) {
        Mono<Void> leaving = Flux.range(0, CALLERS)
                .flatMap(
                        caller -> reads(rows, caller)
                                .takeUntilOther(Mono.delay(Duration.ofMillis(caller % READERS_LEAVE_WITHIN_MILLIS))),
                        CALLERS_AT_ONCE)
                .then();
        Mono<Void> staying = Flux.range(CALLERS, CALLERS)
                .flatMap(
                        caller -> reads(rows, caller)
                                .collectList()
                                .doOnNext(read ->
                                        assertThat(read).containsExactlyElementsOf(Collections.nCopies(rows, caller))),
                        2)
                .then();
        StepVerifier.create(Flux.merge(leaving, staying)).verifyComplete();
        StepVerifier.create(warm()).expectNextCount(CONNECTIONS).verifyComplete();
    }

    private static Flux<Integer> reads(int rows, int caller) {
        return database.sql("SELECT CAST(:caller AS integer) AS caller FROM generate_series(1, :rows)")
                .bind("caller", caller)
                .bind("rows", rows)
                .map(row -> Objects.requireNonNull(row.get("caller", Integer.class)))
                .all();
    }

    /// Each leaves a little later than the one before, from before it has a connection to after its commit.
    private static Mono<Void> hangUps() {
        return Flux.range(0, CALLERS)
                .flatMap(
                        caller -> writesTwice(caller)
                                .takeUntilOther(Mono.delay(Duration.ofMillis(caller % LEAVE_WITHIN_MILLIS))),
                        CALLERS_AT_ONCE)
                .then();
    }

    private static Mono<Void> writesTwice(int caller) {
        return note("outer", caller)
                .then(note("inner", caller).as(transactions::transactional))
                .as(transactions::transactional);
    }

    private static Mono<Void> recovers(int caller) {
        Mono<Void> refused = note("refused", caller)
                .then(Mono.<Void>error(new IllegalStateException("refused")))
                .as(transactions::transactional)
                .onErrorResume(IllegalStateException.class, _ -> Mono.empty());
        return refused.then(note("kept", caller)).as(transactions::transactional);
    }

    private static Flux<Long> warm() {
        return Flux.range(0, CONNECTIONS).flatMap(_ -> count("SELECT count(*) FROM pg_sleep(0.1)"), CONNECTIONS);
    }

    private static Mono<Void> note(String text, int caller) {
        return database.sql("INSERT INTO note VALUES (:text, :caller)")
                .bind("text", text)
                .bind("caller", caller)
                .then();
    }

    private static Mono<Void> sql(String statement) {
        return database.sql(statement).then();
    }

    private static long found(String query) {
        return count(query).blockOptional(PATIENCE).orElseThrow();
    }

    private static Mono<Long> count(String query) {
        return database.sql(query).mapValue(Long.class).one();
    }

    private static PostgresProperties settings() {
        return new PostgresProperties(
                proxy.insteadOf(server.url()),
                CONNECTIONS,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30));
    }
}
