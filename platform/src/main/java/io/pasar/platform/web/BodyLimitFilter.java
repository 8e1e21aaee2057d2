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
public final class BodyLimitFilter implements WebFilter, Ordered {

    private static final String BYTES_AT_MOST = BodyLimitFilter.class.getName();

    private final MappedCallProvider calls;
    private final DataSize usualMax;

    BodyLimitFilter(MappedCallProvider calls, DataSize usualMax) {
        this.calls = calls;
        this.usualMax = usualMax;
    }

    /// The most bytes the body of a request that passed this filter can have: as many as it says, or, if it
    /// does not say, as the call takes.
    public static long bytesAtMost(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(BYTES_AT_MOST, 0L);
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
        long said = request.getHeaders().getContentLength();
        if (said > max.toBytes()) {
            return Mono.error(LimitedBody.tooLarge(max));
        }
        exchange.getAttributes().put(BYTES_AT_MOST, said < 0 ? max.toBytes() : said);
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
