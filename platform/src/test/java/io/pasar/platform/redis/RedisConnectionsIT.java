package io.pasar.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.reactive.RedisClusterReactiveCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.pasar.embedded.RedisServer;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.FailureAdvice;
import io.pasar.platform.start.StartProperties;
import io.pasar.test.TcpProxy;
import io.pasar.test.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/// The connections to Redis, with a Redis of their own that gets cut off and killed.
class RedisConnectionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RedisServer server;
    private TcpProxy proxy;
    private RedisConnections redis;
    private final ClientResources resources = ClientResources.create();

    @BeforeEach
    void start() {
        server = TestServers.redis();
        proxy = TcpProxy.to(server.url());
        redis = new RedisConfiguration()
                .redisConnections(settings(proxy.insteadOf(server.url())), new StartProperties(PATIENCE), resources);
    }

    @AfterEach
    void stop() {
        redis.close();
        var _ = resources.shutdown();
        proxy.close();
        server.kill();
    }

    @Test
    void sendsACommandAtMostOnce() {
        proxy.dropReplies();
        StepVerifier.create(redis.commands().incr("counter"))
                .expectErrorSatisfies(RedisConnectionsIT::isUnavailable)
                .verify(PATIENCE);
        proxy.reset();
        proxy.restore();
        await().atMost(PATIENCE)
                .untilAsserted(() -> StepVerifier.create(redis.commands().ping())
                        .expectNext("PONG")
                        .verifyComplete());
        StepVerifier.create(redis.commands().get("counter")).expectNext("1").verifyComplete();
    }

    @Test
    void failsWhatIsUnderWayAtOnceWhenTheConnectionBreaks() {
        RedisClusterReactiveCommands<String, String> dedicated = redis.dedicated();
        StepVerifier.create(dedicated.blpop(20, "empty"))
                .then(proxy::reset)
                .expectErrorSatisfies(RedisConnectionsIT::isUnavailable)
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void comesBackAfterARestart() {
        StepVerifier.create(redis.commands().set("k", "v")).expectNext("OK").verifyComplete();
        server.kill();
        StepVerifier.create(redis.commands().get("k"))
                .expectErrorSatisfies(RedisConnectionsIT::isUnavailable)
                .verify(PATIENCE);
        server.start();
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(RedisException.class)
                .untilAsserted(() -> StepVerifier.create(redis.commands().get("k"))
                        .expectNext("v")
                        .verifyComplete());
    }

    @Test
    void keepsListeningAfterTheConnectionBroke() {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (StatefulRedisPubSubConnection<String, String> listening = redis.pubSub()) {
            listening.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String channel, String message) {
                    heard.add(message);
                }
            });
            StepVerifier.create(listening.reactive().subscribe("news")).verifyComplete();
            proxy.reset();
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(RedisException.class)
                    .untilAsserted(() -> StepVerifier.create(redis.commands().publish("news", "again"))
                            .expectNext(1L)
                            .verifyComplete());
            await().atMost(PATIENCE).until(() -> heard.contains("again"));
        }
    }

    @Test
    void waitsForDataLongerThanAnOrdinaryCommandMayTake() {
        RedisClusterReactiveCommands<String, String> dedicated = redis.dedicated();
        StepVerifier.create(dedicated.blpop(2, "empty")).verifyComplete();
    }

    @Test
    void saysThatItIsReadyOnlyWhileRedisAnswers() {
        RedisIndicator indicator = new RedisIndicator(redis);
        StepVerifier.create(indicator.health().map(health -> health.getStatus().getCode()))
                .expectNext("UP")
                .verifyComplete();
        server.kill();
        StepVerifier.create(indicator.health().map(health -> health.getStatus().getCode()))
                .expectNext("DOWN")
                .verifyComplete();
    }

    private static void isUnavailable(Throwable error) {
        assertThat(FailureAdvice.problemOf(error).code()).as(error.toString()).isEqualTo(CommonProblem.UNAVAILABLE);
    }

    private static RedisProperties settings(String url) {
        return new RedisProperties(url, Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(30), 1_000);
    }
}
