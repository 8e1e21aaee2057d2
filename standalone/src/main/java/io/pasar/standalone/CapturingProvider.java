package io.pasar.standalone;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.GracefulShutdownCallback;
import org.springframework.boot.web.server.GracefulShutdownResult;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.reactive.ReactiveWebServerFactory;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/// Takes a service's HTTP handler from its Spring context instead of starting a web server for it.
final class CapturingProvider implements ReactiveWebServerFactory {

    private final InFlight inFlight = new InFlight();
    private @Nullable HttpHandler captured;

    @Override
    public WebServer getWebServer(HttpHandler handler) {
        captured = handler;
        return new CapturedServer(inFlight);
    }

    /// Hands a call to the service, in the same process and on the same thread.
    Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        HttpHandler handler = captured;
        if (handler == null) {
            throw new IllegalStateException("the service has not started");
        }
        return Mono.defer(() -> {
            inFlight.begun();
            return handler.handle(request, response).doFinally(_ -> inFlight.ended());
        });
    }

    /// Stands where a service's own web server would: it listens on nothing, but its graceful shutdown waits
    /// for the service's calls in flight as a real one does.
    private record CapturedServer(InFlight inFlight) implements WebServer {

        private static final int NO_PORT = -1;

        @Override
        public void start() {
            // The front listens for all services.
        }

        @Override
        public void stop() {
            // The front stops for all services.
        }

        @Override
        public int getPort() {
            return NO_PORT;
        }

        @Override
        public void shutDownGracefully(GracefulShutdownCallback callback) {
            inFlight.drained().thenRun(() -> callback.shutdownComplete(GracefulShutdownResult.IDLE));
        }
    }
}
