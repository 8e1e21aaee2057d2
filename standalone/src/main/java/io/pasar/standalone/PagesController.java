package io.pasar.standalone;

import static org.springframework.web.reactive.function.server.RequestPredicates.headers;
import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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

/// What the front answers itself: the pages with their files, the index of the API documents and whether all of
/// Pasar is ready.
final class PagesController {

    private static final String NO_SCRIPT = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// No inline script or style, nothing from elsewhere but pictures.
    private static final String OWN_SCRIPT = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' https: data:; connect-src 'self'; font-src 'self'; manifest-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";

    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final ConsoleStore files;
    private final List<ReadinessProvider> services;
    private final PageRoutes pages;

    PagesController(List<ReadinessProvider> services, ConsoleStore files) {
        this.files = files;
        this.services = List.copyOf(services);
        this.pages = PageRoutes.load();
    }

    HttpHandler handler() {
        return RouterFunctions.toHttpHandler(routes());
    }

    RouterFunction<ServerResponse> routes() {
        return route().route(anyPage(), page("index.html", OWN_SCRIPT))
                .route(read("/demo/*.svg").or(read("/assets/**")).or(read("/vendor/**")), this::file)
                .route(read("/bundle/**"), this::file)
                .route(read("/manifest.webmanifest"), page("manifest.webmanifest", NO_SCRIPT))
                .route(read("/developers"), page("developers.html", NO_SCRIPT))
                .route(browse("/openapi"), page("openapi.html", NO_SCRIPT))
                .route(read("/openapi"), page("openapi.json", NO_SCRIPT))
                .route(browse("/asyncapi"), page("asyncapi.html", NO_SCRIPT))
                .route(read("/asyncapi"), page("asyncapi.json", NO_SCRIPT))
                .route(read("/style.css"), page("style.css", NO_SCRIPT))
                .route(read("/favicon.svg"), page("favicon.svg", NO_SCRIPT))
                .route(read("/favicon.ico"), page("favicon.svg", NO_SCRIPT))
                .route(read("/actuator/health"), this::readiness)
                .route(read("/actuator/health/readiness"), this::readiness)
                .route(read("/actuator/health/liveness"), _ -> health(true))
                .route(browse("/**"), this::nothingThere)
                .route(_ -> true, PagesController::notFound)
                .build();
    }

    private RequestPredicate anyPage() {
        return pages.pages().stream()
                .map(PagesController::read)
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    private static RequestPredicate read(String path) {
        return path(path).and(methods(HttpMethod.GET, HttpMethod.HEAD));
    }

    /// Read by a browser: a program that takes anything gets JSON.
    private static RequestPredicate browse(String path) {
        return read(path).and(headers(headers -> headers.accept().contains(MediaType.TEXT_HTML)));
    }

    private HandlerFunction<ServerResponse> page(String name, String policy) {
        return request -> files.find(name).flatMap(file -> answer(request, file, HttpStatus.OK, policy));
    }

    private Mono<ServerResponse> file(ServerRequest request) {
        return files.find(request.path().substring(1))
                .flatMap(file -> answer(request, file, HttpStatus.OK, NO_SCRIPT))
                .switchIfEmpty(Mono.defer(() -> notFound(request)));
    }

    /// The pages' own way of saying that there is nothing.
    private Mono<ServerResponse> nothingThere(ServerRequest request) {
        return files.find("index.html").flatMap(file -> answer(request, file, HttpStatus.NOT_FOUND, OWN_SCRIPT));
    }

    private static Mono<ServerResponse> answer(
            ServerRequest request, ConsoleFile file, HttpStatus status, String policy) {
        ConsoleFile.Body body = file.bodyFor(request.headers().header(HttpHeaders.ACCEPT_ENCODING));
        boolean known =
                status == HttpStatus.OK && body.isKnownTo(request.headers().header(HttpHeaders.IF_NONE_MATCH));
        ServerResponse.BodyBuilder response = ServerResponse.status(known ? HttpStatus.NOT_MODIFIED : status)
                .eTag(body.tag())
                .cacheControl(status == HttpStatus.OK && file.isNamedByContent() ? FOREVER : CacheControl.noCache())
                .headers(headers -> protect(headers, policy));
        if (known) {
            return response.build();
        }
        if (file.isCompressed(body)) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.header(HttpHeaders.CONTENT_TYPE, file.type()).bodyValue(body.bytes());
    }

    private static void protect(HttpHeaders headers, String policy) {
        headers.setVary(List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING));
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Permissions-Policy", PERMISSIONS);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
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
                .header("X-Content-Type-Options", "nosniff")
                .bodyValue("""
                        {"type":"/problems/not-found","title":"Not found","status":404,\
                        "detail":"The services are at /live, /community and /content; /openapi lists their calls."}""");
    }
}
