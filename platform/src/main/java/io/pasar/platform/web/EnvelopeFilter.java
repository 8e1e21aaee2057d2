package io.pasar.platform.web;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.platform.trace.LogKey;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// What every answer carries: the request's id, taken from the caller if it is sane, and the headers that keep
/// a browser from doing anything with an API answer but hand it to the page that asked.
final class EnvelopeFilter implements WebFilter, Ordered {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final IdGenerator ids;

    EnvelopeFilter(IdGenerator ids) {
        this.ids = ids;
    }

    @Override
    public int getOrder() {
        return FilterOrder.ENVELOPE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = requestId(exchange.getRequest().getHeaders().getFirst(REQUEST_ID));
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().set(REQUEST_ID, id);
        response.beforeCommit(() -> Mono.fromRunnable(() -> protect(response.getHeaders())));
        return chain.filter(exchange).contextWrite(context -> context.put(LogKey.REQUEST.contextKey(), id));
    }

    private String requestId(@Nullable String sent) {
        return sent != null && SANE.matcher(sent).matches() ? sent : ids.next().toString();
    }

    private static void protect(HttpHeaders headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.set("Referrer-Policy", "no-referrer");
        if (headers.getCacheControl() == null) {
            headers.setCacheControl(CacheControl.noStore());
        }
    }
}
