package io.pasar.platform.operator;

import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import io.pasar.platform.web.FilterOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// Lets only the operator reach the actuator; its health is for everybody. Without a configured token the rest
/// does not exist. The token is no member's: it is taken off the request before anybody looks for a member.
final class OperatorFilter implements WebFilter, Ordered {

    private static final String SCHEME = "Bearer ";

    /// Patterns, because the endpoints behind are found by patterns too: they read `%61ctuator` alike.
    private static final PathPattern ACTUATOR = PathPatternParser.defaultInstance.parse("/actuator/**");

    private static final PathPattern HEALTH = PathPatternParser.defaultInstance.parse("/actuator/health/**");

    private final byte[] token;

    /// @param token empty if nobody is to be let in
    OperatorFilter(String token) {
        this.token = bytes(token);
    }

    @Override
    public int getOrder() {
        return FilterOrder.OPERATOR;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        if (!ACTUATOR.matches(path) || HEALTH.matches(path)) {
            return chain.filter(exchange);
        }
        if (token.length == 0) {
            return Mono.error(() -> CommonProblem.NOT_FOUND.because("There is nothing at this address."));
        }
        return isOperator(exchange.getRequest())
                ? chain.filter(exchange.mutate().request(OperatorFilter::bare).build())
                : Mono.error(OperatorFilter::refusal);
    }

    private boolean isOperator(ServerHttpRequest request) {
        String sent = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return sent != null
                && sent.startsWith(SCHEME)
                && MessageDigest.isEqual(bytes(sent.substring(SCHEME.length())), token);
    }

    private static void bare(ServerHttpRequest.Builder request) {
        request.headers(headers -> headers.remove(HttpHeaders.AUTHORIZATION));
    }

    private static Problem refusal() {
        return CommonProblem.UNAUTHENTICATED
                .because("Only the operator may do this: send Authorization: Bearer with PASAR_OPERATOR_TOKEN.")
                .headers(Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"operator\""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
