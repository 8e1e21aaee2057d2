package io.pasar.platform.event.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RestoreArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pasar.embedded.PostgresServer;
import io.pasar.embedded.RedisServer;
import io.pasar.platform.event.EventMeters;
import io.pasar.test.TcpProxy;
import io.pasar.test.TestServers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/// Everything around the two services fails; still every committed event has each of its effects once.
class EventFaultsIT {

    private static final String STREAM = "{events:noting}";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    static PostgresServer postgres;
    static RedisServer redis;
    static TcpProxy toPostgres;
    static TcpProxy toRedis;
    static FlowService noting;
    static FlowService counting;
    static Sql sql;
    static FlowAudit audit;

    @BeforeAll
    static void start() {
        postgres = TestServers.postgres();
        redis = TestServers.redis();
        toPostgres = TcpProxy.to(postgres.url());
        toRedis = TcpProxy.to(redis.url());
        noting = service("noting", "pasar.events.relay.stream-cap=300", "pasar.events.relay.batch=50");
        counting = service("counting");
        sql = new Sql(postgres.jdbcUrl());
        audit = new FlowAudit(sql::count);
    }

    private static FlowService service(String name, String... settings) {
        return FlowService.start(name, toPostgres.insteadOf(postgres.url()), toRedis.insteadOf(redis.url()), settings);
    }

    @AfterAll
    static void stop() {
        counting.close();
        noting.close();
        toPostgres.close();
        toRedis.close();
        postgres.stop();
        redis.stop();
    }

    @AfterEach
    void heal() {
        EffectHandler.MISHAPS.clear();
        toPostgres.restore();
        toRedis.restore();
    }

    @Test
    void dropsRepeatsOfARelayThatDiesBetweenAppendingAndMarking() {
        sql.run("""
                CREATE FUNCTION noting.refuse() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN RAISE EXCEPTION 'died before marking'; END $$
                """);
        sql.run("CREATE TRIGGER dies BEFORE UPDATE ON noting.outbox FOR EACH ROW EXECUTE FUNCTION noting.refuse()");
        double before = repeated();
        noting.change(UUID.randomUUID());
        await().untilAsserted(() -> assertThat(repeated()).isGreaterThan(before + 4));
        sql.run("DROP TRIGGER dies ON noting.outbox");
        sql.run("DROP FUNCTION noting.refuse");
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
    }

    @Test
    void dropsTheRepeatOfAConsumerThatDiesBetweenCommitAndAcknowledgement() {
        UUID note = UUID.randomUUID();
        EffectHandler.MISHAPS.put(
                "counting.first", event -> event.note().equals(note) ? Mono.fromRunnable(toRedis::cut) : Mono.empty());
        double before = repeated();
        noting.change(note);
        await().until(() -> sql.count("SELECT count(*) FROM counting.effect WHERE note = '" + note + "'") >= 1);
        toRedis.restore();
        await().untilAsserted(() -> assertThat(repeated()).isGreaterThan(before));
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
    }

    @Test
    void relaysEverythingAgainWhenRedisWasWiped() {
        double losses = losses();
        try (Writers _ = Writers.on(noting.notes())) {
            awaitMore(50);
            onRedis(connection -> connection.sync().flushall());
            awaitMore(50);
            onRedis(connection -> connection.sync().flushall());
            awaitMore(50);
        }
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
        assertThat(losses()).isGreaterThan(losses);
    }

    /// Wiped while nothing is written: nobody but the relay's regular look would notice.
    @Test
    void noticesAnIdleWipe() {
        EffectHandler.MISHAPS.put("counting.second", _ -> Mono.error(new TimeoutException()));
        noting.change(UUID.randomUUID());
        await().until(() -> sql.count("SELECT count(*) FROM noting.outbox WHERE batch IS NULL") == 0);
        onRedis(connection -> connection.sync().flushall());
        EffectHandler.MISHAPS.clear();
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
    }

    @Test
    void relaysWhatAnOlderRedisHasForgotten() {
        noting.change(UUID.randomUUID());
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
        byte[] older = onRedis(connection -> connection.sync().dump(STREAM));
        EffectHandler.MISHAPS.put("counting.second", _ -> Mono.error(new TimeoutException()));
        double losses = losses();
        Stream.generate(UUID::randomUUID).limit(20).forEach(noting::change);
        await().until(() -> sql.count("SELECT count(*) FROM noting.outbox WHERE batch IS NULL") == 0);
        onRedis(connection -> connection.sync().restore(STREAM, older, new RestoreArgs().replace()));
        EffectHandler.MISHAPS.clear();
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
        assertThat(losses()).isGreaterThan(losses);
    }

    @Test
    void survivesTheDeathOfRedis() {
        try (Writers _ = Writers.on(noting.notes())) {
            awaitMore(50);
            redis.kill();
            awaitMore(50);
            redis.start();
            awaitMore(50);
        }
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
    }

    @Test
    void survivesTheDeathOfPostgres() {
        try (Writers _ = Writers.on(noting.notes())) {
            awaitMore(50);
            postgres.kill();
            postgres.start();
            awaitMore(50);
        }
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
    }

    /// The outage outlasts all attempts of the handler many times.
    @Test
    void makesNoDeadLettersOfALongOutage() {
        noting.change(UUID.randomUUID());
        postgres.kill();
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        postgres.start();
        await().ignoreExceptions().until(() -> noting.change(UUID.randomUUID()) == 1);
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
    }

    @Test
    void survivesConnectionsThatBreakAgainAndAgain() {
        try (Writers _ = Writers.on(noting.notes())) {
            for (int i = 0; i < 6; i++) {
                awaitMore(15);
                toRedis.reset();
                awaitMore(15);
                toPostgres.reset();
            }
        }
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
    }

    @Test
    void survivesAnswersThatNeverArrive() {
        try (Writers _ = Writers.on(noting.notes())) {
            awaitMore(30);
            toRedis.dropReplies();
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            toRedis.restore();
            toRedis.reset();
            awaitMore(30);
            toRedis.halfClose();
            awaitMore(30);
        }
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
    }

    @Test
    void keepsEventsInPostgresWhileTheStreamIsFull() {
        EffectHandler.MISHAPS.put("counting.first", _ -> Mono.error(new TimeoutException()));
        double waits = counter(EventMeters.STREAM_FULL);
        sql.run("""
                WITH made AS (
                    INSERT INTO noting.note (id, number) SELECT gen_random_uuid(), 1 FROM generate_series(1, 600) RETURNING id),
                kept AS (INSERT INTO noting.committed (note, number) SELECT id, 1 FROM made)
                INSERT INTO noting.outbox (event_id, type, source, subject, data)
                SELECT gen_random_uuid(), 'pasar.noting.note.changed.v1', '/noting', id::text,
                       jsonb_build_object('note', id, 'number', 1)::text
                FROM made
                """);
        await().untilAsserted(() -> assertThat(counter(EventMeters.STREAM_FULL)).isGreaterThan(waits));
        assertThat(sql.count("SELECT count(*) FROM noting.outbox WHERE batch IS NULL"))
                .isPositive();
        long entries = onRedis(connection -> connection.sync().xlen(STREAM));
        assertThat(entries).isLessThanOrEqualTo(300);
        EffectHandler.MISHAPS.clear();
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
    }

    @Test
    void goesOnWithAnotherInstanceWhenTheActiveOneLeaves() {
        try (FlowService secondNoting = service("noting");
                Writers _ = Writers.on(secondNoting.notes());
                FlowService _ = service("counting")) {
            awaitMore(50);
            counting.close();
            noting.close();
            long before = sql.count("SELECT count(*) FROM counting.effect");
            await().until(() -> sql.count("SELECT count(*) FROM counting.effect") > before + 50);
        } finally {
            noting = service("noting", "pasar.events.relay.stream-cap=300", "pasar.events.relay.batch=50");
            counting = service("counting");
        }
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
    }

    @Test
    void finishesTheEventUnderWayBeforeItStops() {
        UUID note = UUID.randomUUID();
        AtomicBoolean begun = new AtomicBoolean();
        EffectHandler.MISHAPS.put("counting.first", _ -> {
            begun.set(true);
            return Mono.delay(Duration.ofMillis(700)).then();
        });
        noting.change(note);
        await().untilTrue(begun);
        counting.close();
        assertThat(sql.count("SELECT count(*) FROM counting.effect WHERE consumer = 'counting.first' AND note = '"
                        + note + "'"))
                .isEqualTo(1);
        counting = service("counting");
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
    }

    @Test
    void doesNotWaitForAHandlerThatHangsWhenItStops() {
        AtomicBoolean begun = new AtomicBoolean();
        EffectHandler.MISHAPS.put("counting.first", _ -> {
            begun.set(true);
            return Mono.never();
        });
        noting.change(UUID.randomUUID());
        await().untilTrue(begun);
        long start = System.nanoTime();
        counting.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        EffectHandler.MISHAPS.clear();
        counting = service("counting");
        audit.everythingHappenedOnceAndInOrder(PATIENCE);
    }

    private static void awaitMore(int effects) {
        long before = audit.committed();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> audit.committed() >= before + effects);
    }

    private static <T> T onRedis(Function<StatefulRedisConnection<String, String>, T> use) {
        RedisClient client = RedisClient.create(redis.url());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return use.apply(connection);
        } finally {
            client.shutdown();
        }
    }

    private static double repeated() {
        return counting
                .bean(MeterRegistry.class)
                .find(EventMeters.DELIVERY.getName())
                .tag("outcome", "repeated")
                .timers()
                .stream()
                .mapToDouble(Timer::count)
                .sum();
    }

    private static double losses() {
        return counter(EventMeters.STREAM_LOST);
    }

    private static double counter(EventMeters meter) {
        return noting.bean(MeterRegistry.class).find(meter.getName()).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
