package io.pasar.live.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.id.MemberId;
import io.pasar.platform.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

/// Whom the community knows.
class MemberDirectoryClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<DisposableServer> servers = new ArrayList<>();
    private final MemberId member = new MemberId(UUID.randomUUID());

    @AfterEach
    void stop() {
        servers.forEach(DisposableServer::disposeNow);
    }

    @Test
    void takesWhomTheCommunityKnowsAndRefusesWhomItDoesNot() {
        StepVerifier.create(askedOf(200)).expectComplete().verify(PATIENCE);
        StepVerifier.create(askedOf(404))
                .expectErrorSatisfies(refusal -> assertThat(refusal)
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.code().status()).isEqualTo(404)))
                .verify(PATIENCE);
    }

    @Test
    void takesAnybodyWhereNobodyCanTell() {
        StepVerifier.create(askedOf(503)).expectComplete().verify(PATIENCE);
        StepVerifier.create(asked("http://localhost:1")).expectComplete().verify(PATIENCE);
        StepVerifier.create(asked("")).expectComplete().verify(PATIENCE);
    }

    private Mono<Void> askedOf(int status) {
        DisposableServer server = HttpServer.create()
                .route(routes -> routes.get(
                        "/community/v1/members/" + member,
                        (_, response) -> response.status(status).send()))
                .bindNow();
        servers.add(server);
        return asked("http://localhost:" + server.port() + "/community");
    }

    private Mono<Void> asked(String url) {
        MemberDirectoryProperties settings = new MemberDirectoryProperties(url, Duration.ofSeconds(10));
        return new MemberDirectoryClient(WebClient.builder(), settings).requireKnown(member);
    }
}
