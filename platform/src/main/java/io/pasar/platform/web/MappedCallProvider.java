package io.pasar.platform.web;

import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Finds, before it runs, the controller method a request will reach, so that filters can read its annotations.
/// One look-up a request.
public final class MappedCallProvider {

    private static final String FOUND = MappedCallProvider.class.getName();
    private static final Set<HttpMethod> UNSAFE =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final RequestMappingHandlerMapping mapping;

    MappedCallProvider(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /// Whether the request may change something, by its method.
    public static boolean isUnsafe(ServerHttpRequest request) {
        return UNSAFE.contains(request.getMethod());
    }

    /// The method; empty if the request reaches none (an unknown path, a wrong method or content type).
    public Mono<HandlerMethod> of(ServerWebExchange exchange) {
        Optional<HandlerMethod> known = exchange.getAttribute(FOUND);
        return known == null ? lookUp(exchange) : Mono.justOrEmpty(known);
    }

    /// The annotation on the method the request reaches.
    public <A extends Annotation> Mono<A> annotation(ServerWebExchange exchange, Class<A> type) {
        return of(exchange).mapNotNull(method -> method.getMethodAnnotation(type));
    }

    private Mono<HandlerMethod> lookUp(ServerWebExchange exchange) {
        return mapping.getHandlerInternal(exchange)
                .onErrorComplete()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .doOnNext(found -> exchange.getAttributes().put(FOUND, found))
                .flatMap(Mono::justOrEmpty);
    }
}
