package io.pasar.standalone;

import java.time.Duration;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.ReactiveHealthEndpointWebExtension;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Mono;

/// Whether a service can do its work right now, its PostgreSQL and Redis included.
@FunctionalInterface
interface ReadinessProvider {

    /// How long a service may take to answer before it counts as not ready.
    Duration ANSWER_MAX = Duration.ofSeconds(5);

    /// Never an error.
    Mono<Boolean> isReady();

    /// As the service itself answers at `/actuator/health/readiness`.
    static ReadinessProvider of(ApplicationContext service) {
        var endpoint = service.getBean(ReactiveHealthEndpointWebExtension.class);
        return () -> endpoint.health(ApiVersion.LATEST, WebServerNamespace.SERVER, SecurityContext.NONE, "readiness")
                .map(answer -> answer.getStatus() == WebEndpointResponse.STATUS_OK)
                .timeout(ANSWER_MAX)
                .onErrorReturn(false);
    }
}
