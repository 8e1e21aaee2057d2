package io.pasar.live.payment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/// Delivers the sandbox's webhooks over HTTP.
@Component
class SandboxClient {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(8);
    private static final String PATH = "/live/v1/payments/webhooks/sandbox";

    private final WebClient http;
    private final SandboxProvider provider;
    private final PaymentProperties properties;
    private final Environment environment;

    SandboxClient(
            WebClient.Builder http, SandboxProvider provider, PaymentProperties properties, Environment environment) {
        this.http = http.build();
        this.provider = provider;
        this.properties = properties;
        this.environment = environment;
    }

    /// Sends one webhook; an error unless the answer is 2xx.
    Mono<Void> send(SandboxWebhook webhook) {
        byte[] body = webhook.body().getBytes(StandardCharsets.UTF_8);
        return provider.sign(body).flatMap(signature -> post(body, signature)).timeout(ANSWER_MAX);
    }

    private Mono<Void> post(byte[] body, String signature) {
        return http.post()
                .uri(address())
                .contentType(MediaType.APPLICATION_JSON)
                .header(SandboxProvider.SIGNATURE_HEADER, signature)
                .bodyValue(body)
                .retrieve()
                .toBodilessEntity()
                .then();
    }

    /// Only known once the web server is up, so asked each time.
    private URI address() {
        return Optional.ofNullable(properties.sandbox().webhookUrl())
                .orElseGet(() -> URI.create("http://localhost:" + port() + PATH));
    }

    /// The port this service listens on; where another process listens for it, the configured one.
    private int port() {
        int own = environment.getProperty("local.server.port", Integer.class, 0);
        return own > 0 ? own : environment.getRequiredProperty("server.port", Integer.class);
    }
}
