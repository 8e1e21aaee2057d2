package io.pasar.live.payment;

import io.pasar.platform.problem.CommonProblem;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The provider for development and tests: moves no money, but behaves as one that does. What a payer would do
/// on its page is done by `POST /v1/payments/sandbox/{intent}/succeed` or `…/fail`; it reports by signed
/// webhooks.
@Component
class SandboxProvider implements PaymentProvider {

    static final String NAME = "sandbox";
    static final String SIGNATURE_HEADER = "Pasar-Signature";

    private static final Duration FOREVER = Duration.ofDays(10_000);

    private final SandboxStore sandbox;
    private final JsonMapper json;
    private final Clock clock;
    private final Mono<String> secret;

    SandboxProvider(
            SandboxStore sandbox, SecretStore secrets, PaymentProperties properties, JsonMapper json, Clock clock) {
        this.sandbox = sandbox;
        this.json = json;
        this.clock = clock;
        this.secret = Mono.justOrEmpty(properties.sandbox().secret())
                .filter(configured -> !configured.isBlank())
                .switchIfEmpty(Mono.defer(() -> secrets.of(NAME)))
                .cache(_ -> FOREVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String signatureHeader() {
        return SIGNATURE_HEADER;
    }

    @Override
    public Mono<String> create(PaymentIntent intent) {
        return sandbox.add(intent).thenReturn("sandbox_" + intent.id());
    }

    @Override
    public Mono<Void> cancel(PaymentIntent intent) {
        return sandbox.move(intent.id(), SandboxState.CANCELLED).then();
    }

    @Override
    public Mono<Void> refund(PaymentIntent intent, Refund refund) {
        return sandbox.refund(intent.id(), refund.id(), refund.amount()).then();
    }

    @Override
    public Mono<PaymentEvent> read(WebhookCall call) {
        return secret.map(key -> WebhookSignature.check(key, call.signature(), call.body(), clock.instant()))
                .map(verdict -> switch (verdict) {
                    case GENUINE -> parse(call.body());
                    case FORGED ->
                        throw PaymentProblem.INVALID_SIGNATURE.because(
                                "Sign <t>.<body> with the shared secret and send it as " + SIGNATURE_HEADER + ".");
                    case NOT_RECENT ->
                        throw PaymentProblem.INVALID_SIGNATURE.because(
                                "The signature is older or newer than five minutes.");
                });
    }

    /// The signature of a body sent now.
    Mono<String> sign(byte[] body) {
        return secret.map(key -> WebhookSignature.sign(key, body, clock.instant()));
    }

    private PaymentEvent parse(byte[] body) {
        try {
            return SandboxRules.event(json.readValue(body, SandboxEvent.class));
        } catch (JacksonException malformed) {
            throw CommonProblem.MALFORMED_JSON.because("The body is no event of the sandbox.");
        }
    }
}
