package io.pasar.standalone;

import java.util.Map;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/// Hands each call, HTTP or WebSocket, to the service whose path it begins with, and all others to the front's
/// pages. To the service its path is the context path, as if it served alone with that base path.
final class PathHandler implements HttpHandler {

    private final Map<String, HttpHandler> services;
    private final HttpHandler others;

    /// @param services by first segment of the path, such as `/live`
    PathHandler(Map<String, HttpHandler> services, HttpHandler others) {
        this.services = Map.copyOf(services);
        this.others = others;
    }

    @Override
    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        String first = firstSegment(request.getPath().value());
        HttpHandler service = services.get(first);
        return service == null
                ? others.handle(request, response)
                : service.handle(request.mutate().contextPath(first).build(), response);
    }

    static String firstSegment(String path) {
        int second = path.indexOf('/', 1);
        return second < 0 ? path : path.substring(0, second);
    }
}
