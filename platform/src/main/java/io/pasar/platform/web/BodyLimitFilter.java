package io.pasar.platform.web;

import io.pasar.platform.problem.CommonProblem;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Bounds what a request may make the service read: bodies by size, and none that are compressed, since a small
/// one can hide a huge one.
final class BodyLimitFilter implements WebFilter, Ordered {

    private final MappedCallProvider calls;
    private final DataSize usualMax;

    BodyLimitFilter(MappedCallProvider calls, DataSize usualMax) {
        this.calls = calls;
        this.usualMax = usualMax;
    }

    @Override
    public int getOrder() {
        return FilterOrder.BODY_LIMIT;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (!hasBody(headers)) {
            return chain.filter(exchange);
        }
        if (isCompressed(headers)) {
            return Mono.error(CommonProblem.UNSUPPORTED_MEDIA_TYPE
                    .because("Compressed bodies are not accepted; send it without Content-Encoding.")
                    .headers(Map.of(HttpHeaders.ACCEPT_ENCODING, "identity")));
        }
        return calls.annotation(exchange, BodyLimit.class)
                .map(limit -> DataSize.ofMegabytes(limit.mebibytes()))
                .defaultIfEmpty(usualMax)
                .flatMap(max -> limited(exchange, chain, max));
    }

    private static Mono<Void> limited(ServerWebExchange exchange, WebFilterChain chain, DataSize max) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getHeaders().getContentLength() > max.toBytes()) {
            return Mono.error(LimitedBody.tooLarge(max));
        }
        return chain.filter(
                exchange.mutate().request(new LimitedBody(request, max)).build());
    }

    private static boolean hasBody(HttpHeaders headers) {
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean isCompressed(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING).stream()
                .anyMatch(coding -> !"identity".equalsIgnoreCase(coding.strip()));
    }
}
