package io.pasar.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.netty.channel.AbortedException;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/// What becomes of errors that reach the edge.
class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice(JsonMapper.shared());
    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/v1/offers"));

    @Test
    void answersNobodyWhoHasGone() {
        AbortedException gone = new AbortedException("Connection has been closed");
        StepVerifier.create(advice.handle(exchange, gone))
                .expectErrorMatches(gone::equals)
                .verify();
        assertThat(exchange.getResponse().getStatusCode()).isNull();
    }

    @Test
    void answersAnErrorOfOurOwn() {
        StepVerifier.create(advice.handle(exchange, new IllegalStateException("broken")))
                .verifyComplete();
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
