package io.pasar.platform.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.platform.problem.Problem;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Who gets to the actuator.
class OperatorFilterTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final AtomicReference<@Nullable ServerWebExchange> passed = new AtomicReference<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/deadletters",
                "/actuator/deadletters/1",
                "/%61ctuator/prometheus",
                "/actuator/healthy",
                "/live/actuator/signingkeys"
            })
    void asksForTheTokenOfWhoeverComesToTheActuator(String path) {
        assertThat(refusal(TOKEN, path, null)).contains(401);
        assertThat(refusal(TOKEN, path, "Bearer " + TOKEN.replace('f', 'e'))).contains(401);
        assertThat(refusal(TOKEN, path, "Bearer ")).contains(401);
        assertThat(refusal(TOKEN, path, "Basic " + TOKEN)).contains(401);
        assertThat(refusal(TOKEN, path, "Bearer " + TOKEN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/deadletters", "/actuator", "/live/actuator/prometheus"})
    void hidesTheActuatorWhereNoTokenIsConfigured(String path) {
        assertThat(refusal("", path, null)).contains(404);
        assertThat(refusal("", path, "Bearer ")).contains(404);
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health,''", "/live/actuator/health/readiness,''", "/v1/actuator/x,''", "/v1/rooms," + TOKEN})
    void leavesEverythingElseAlone(String path, String token) {
        assertThat(refusal(token, path, "Bearer a.b.c")).isEmpty();
        assertThat(passedHeader()).contains("Bearer a.b.c");
    }

    @ParameterizedTest
    @ValueSource(strings = "/actuator/deadletters")
    void takesTheTokenOffSoThatNobodyTakesItForAMembers(String path) {
        assertThat(refusal(TOKEN, path, "Bearer " + TOKEN)).isEmpty();
        assertThat(passedHeader()).isEmpty();
    }

    private Optional<String> passedHeader() {
        return Optional.ofNullable(passed.get())
                .map(exchange -> exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
    }

    /// The status of the refusal; empty if the request passed.
    private Optional<Integer> refusal(String configured, String path, @Nullable String sent) {
        MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.method(HttpMethod.GET, URI.create(path));
        if (path.startsWith("/live")) {
            request.contextPath("/live");
        }
        if (sent != null) {
            request.header(HttpHeaders.AUTHORIZATION, sent);
        }
        return new OperatorFilter(configured)
                .filter(MockServerWebExchange.from(request), exchange -> Mono.fromRunnable(() -> passed.set(exchange)))
                .thenReturn(Optional.<Integer>empty())
                .onErrorResume(
                        Problem.class,
                        problem -> Mono.just(Optional.of(problem.code().status())))
                .blockOptional()
                .orElseThrow();
    }
}
