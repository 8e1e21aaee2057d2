package io.pasar.live.payment;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Where providers report. Anything but 2xx makes them report again later.
@RestController
class WebhookController {

    private final WebhookService webhooks;
    private final PaymentProviders providers;

    WebhookController(WebhookService webhooks, PaymentProviders providers) {
        this.webhooks = webhooks;
        this.providers = providers;
    }

    @PostMapping("/v1/payments/webhooks/{provider}")
    Mono<Taken> take(@PathVariable String provider, @RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        String header = providers.named(provider).signatureHeader();
        return webhooks.take(provider, new WebhookCall(headers.getFirst(header), body))
                .map(Taken::new);
    }

    /// What became of the report.
    record Taken(WebhookOutcome outcome) {}
}
