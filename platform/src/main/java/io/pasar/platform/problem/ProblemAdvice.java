package io.pasar.platform.problem;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

/// The one place that answers errors: whatever goes wrong between the first filter and the last byte becomes
/// `application/problem+json`.
public final class ProblemAdvice implements ErrorWebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final int BEFORE_SPRINGS_OWN = -2;
    private static final int SERVER_ERRORS = 500;

    private final JsonMapper json;

    ProblemAdvice(JsonMapper json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return BEFORE_SPRINGS_OWN;
    }

    /// Answers the error; passes it on if the answer has already begun, so that the server cuts the connection, or
    /// if the caller has gone and nobody would read it.
    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted() || error instanceof AbortedException) {
            return Mono.error(error);
        }
        Problem problem = FailureAdvice.problemOf(error);
        record(exchange, problem, error);
        return answer(exchange, problem);
    }

    /// Writes the refusal as the answer.
    public Mono<Void> answer(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        byte[] body = json.writeValueAsBytes(ProblemBody.of(problem));
        response.setStatusCode(HttpStatusCode.valueOf(problem.code().status()));
        writeHeaders(response.getHeaders(), problem, body.length);
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return response.setComplete();
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)).cast(DataBuffer.class));
    }

    private static void writeHeaders(HttpHeaders headers, Problem problem, int length) {
        headers.remove(HttpHeaders.LOCATION);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLength(length);
        headers.setCacheControl("no-store");
        if (CommonProblem.UNAUTHENTICATED.equals(problem.code())) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (CommonProblem.INVALID_TOKEN.equals(problem.code())) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        problem.headers().forEach(headers::set);
        problem.retryAfter().ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, wholeSeconds(wait)));
    }

    /// Rounded up: who comes back at the second named must not come too early.
    private static String wholeSeconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private static void record(ServerWebExchange exchange, Problem problem, Throwable error) {
        if (problem.code().status() < SERVER_ERRORS || error instanceof Problem) {
            log.debug("{} answered {}", exchange.getRequest().getMethod(), problem.code());
            return;
        }
        log.error("{} answered {}", exchange.getRequest().getMethod(), problem.code(), error);
    }
}
