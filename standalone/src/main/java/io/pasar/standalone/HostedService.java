package io.pasar.standalone;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.reactive.ReactiveWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;

/// One service as a Spring context of its own in this process. The contexts know nothing of each other: the
/// services meet over HTTP and the event stream, as they do when each has a process to itself.
final class HostedService implements AutoCloseable {

    /// A laptop that compiles, starts two servers and three services at once answers late: here patience beats
    /// failing fast. Settings of the service or the environment win over these.
    private static final Map<String, Object> PATIENCE = Map.of(
            "pasar.start.servers-within", "15s",
            "pasar.postgres.connect-timeout", "15s",
            "pasar.postgres.acquire-timeout", "15s",
            "pasar.redis.connect-timeout", "15s",
            "pasar.redis.command-timeout", "10s",
            "pasar.events.command-timeout", "15s");

    private final ServiceName name;
    private final CapturingProvider captured;
    private final ConfigurableApplicationContext context;

    private HostedService(ServiceName name, CapturingProvider captured, ConfigurableApplicationContext context) {
        this.name = name;
        this.captured = captured;
        this.context = context;
    }

    /// Starts the service and returns when its context is up.
    ///
    /// @param port the port all services are reached at
    /// @throws StartRefusal if it does not start
    static HostedService start(ServiceName name, int port) {
        CapturingProvider captured = new CapturingProvider();
        try {
            return new HostedService(name, captured, run(name, port, captured));
        } catch (RuntimeException failure) {
            throw refusal(name, failure);
        }
    }

    private static ConfigurableApplicationContext run(ServiceName name, int port, CapturingProvider captured) {
        SpringApplication application = new SpringApplication(name.application());
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(PATIENCE);
        application.addInitializers(context -> host((GenericApplicationContext) context, captured));
        return application.run(
                "--spring.config.name=" + name.configuration(),
                "--spring.webflux.base-path=",
                "--spring.jmx.enabled=false",
                "--server.port=" + port);
    }

    ServiceName name() {
        return name;
    }

    HttpHandler handler() {
        return captured::handle;
    }

    /// What the service wants of the connections it is reached through.
    Stream<NettyServerCustomizer> serverCustomizers() {
        return context.getBeanProvider(NettyServerCustomizer.class).orderedStream();
    }

    ReadinessProvider readiness() {
        return ReadinessProvider.of(context);
    }

    /// Lets calls in flight end, then ends the service.
    @Override
    public void close() {
        context.close();
    }

    /// The event loops belong to the process: a service that ends must not end them for the others.
    private static void host(GenericApplicationContext context, CapturingProvider captured) {
        context.registerBean("capturingProvider", ReactiveWebServerFactory.class, () -> captured);
        context.registerBean("reactorResourceFactory", ReactorResourceFactory.class, SharedLoopsProvider::resources);
    }

    private static StartRefusal refusal(ServiceName name, RuntimeException failure) {
        Throwable reason = NestedExceptionUtils.getMostSpecificCause(failure);
        return new StartRefusal(
                "The service %s did not start (%s: %s); more is in %s."
                        .formatted(
                                name.configuration(),
                                reason.getClass().getSimpleName(),
                                reason.getMessage(),
                                System.getProperty("pasar.log")),
                failure);
    }
}
