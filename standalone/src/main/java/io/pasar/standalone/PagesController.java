package io.pasar.standalone;

import static org.springframework.web.reactive.function.server.RequestPredicates.headers;
import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the front answers itself: the start page, the index of the API documents and whether all of Pasar is ready.
final class PagesController {

    private static final String FOLDER = "pasar/console/";
    private static final MediaType HTML = MediaType.valueOf("text/html;charset=UTF-8");
    private static final MediaType CSS = MediaType.valueOf("text/css;charset=UTF-8");
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final List<ReadinessProvider> services;

    PagesController(List<ReadinessProvider> services) {
        this.services = List.copyOf(services);
    }

    HttpHandler handler() {
        return RouterFunctions.toHttpHandler(routes());
    }

    RouterFunction<ServerResponse> routes() {
        return route().route(read("/"), page("index.html", HTML))
                .route(browse("/openapi"), page("openapi.html", HTML))
                .route(read("/openapi"), page("openapi.json", MediaType.APPLICATION_JSON))
                .route(browse("/asyncapi"), page("asyncapi.html", HTML))
                .route(read("/asyncapi"), page("asyncapi.json", MediaType.APPLICATION_JSON))
                .route(read("/style.css"), page("style.css", CSS))
                .route(read("/favicon.svg"), page("favicon.svg", SVG))
                .route(read("/favicon.ico"), page("favicon.svg", SVG))
                .route(read("/actuator/health"), this::readiness)
                .route(read("/actuator/health/readiness"), this::readiness)
                .route(read("/actuator/health/liveness"), _ -> health(true))
                .route(_ -> true, PagesController::notFound)
                .build();
    }

    private static RequestPredicate read(String path) {
        return path(path).and(methods(HttpMethod.GET, HttpMethod.HEAD));
    }

    /// Read by a browser: a program that takes anything gets JSON.
    private static RequestPredicate browse(String path) {
        return read(path).and(headers(headers -> headers.accept().contains(MediaType.TEXT_HTML)));
    }

    private static HandlerFunction<ServerResponse> page(String name, MediaType type) {
        ClassPathResource resource = new ClassPathResource(FOLDER + name);
        return _ -> ServerResponse.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .varyBy("Accept")
                .bodyValue(resource);
    }

    private Mono<ServerResponse> readiness(ServerRequest request) {
        return Flux.fromIterable(services)
                .flatMap(ReadinessProvider::isReady, services.size())
                .all(ready -> ready)
                .flatMap(PagesController::health);
    }

    private static Mono<ServerResponse> health(boolean up) {
        return ServerResponse.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .bodyValue(up ? "{\"status\":\"UP\"}" : "{\"status\":\"OUT_OF_SERVICE\"}");
    }

    private static Mono<ServerResponse> notFound(ServerRequest request) {
        return ServerResponse.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue("""
                        {"type":"/problems/not-found","title":"Not found","status":404,\
                        "detail":"The services are at /live, /community and /content; /openapi lists their calls."}""");
    }
}
