package io.pasar.standalone;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;
import org.springframework.http.server.reactive.HttpHandler;
import reactor.netty.http.server.HttpServer;

/// The one web server of the process, in front of all services.
final class FrontService {

    private static final Duration IDLE_MAX = Duration.ofSeconds(75);

    private final WebServer server;
    private final CompletableFuture<Void> drained = new CompletableFuture<>();

    private FrontService(WebServer server) {
        this.server = server;
    }

    /// @throws StartRefusal if the port was taken meanwhile
    static FrontService start(int port, List<HostedService> services, ConsoleStore pages) {
        NettyReactiveWebServerFactory factory = new NettyReactiveWebServerFactory(port);
        factory.setShutdown(Shutdown.GRACEFUL);
        factory.addServerCustomizers(FrontService::limits);
        distinct(services).forEach(factory::addServerCustomizers);
        WebServer server = factory.getWebServer(handler(services, pages));
        try {
            server.start();
        } catch (PortInUseException taken) {
            throw Port.refusal(port, taken);
        }
        return new FrontService(server);
    }

    /// Takes no new connections from now on; calls in flight go on.
    void refuseNewCalls() {
        server.shutDownGracefully(_ -> drained.complete(null));
    }

    /// Ends connections, once their calls have ended or the time is over.
    void stop(Duration atMost) throws InterruptedException {
        try {
            drained.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException callsGoOn) {
            // They end now.
        }
        server.stop();
    }

    private static HttpHandler handler(List<HostedService> services, ConsoleStore pages) {
        List<ReadinessProvider> readiness =
                services.stream().map(HostedService::readiness).toList();
        Map<String, HttpHandler> handlers = services.stream()
                .collect(Collectors.toMap(service -> service.name().path(), HostedService::handler));
        return new PathHandler(handlers, new PagesController(readiness, pages).handler());
    }

    private static HttpServer limits(HttpServer server) {
        return server.idleTimeout(IDLE_MAX);
    }

    /// The services share plumbing, so each brings the same customizers.
    private static Collection<NettyServerCustomizer> distinct(List<HostedService> services) {
        return services.stream()
                .flatMap(HostedService::serverCustomizers)
                .collect(Collectors.toMap(Object::getClass, Function.identity(), (first, _) -> first))
                .values();
    }
}
