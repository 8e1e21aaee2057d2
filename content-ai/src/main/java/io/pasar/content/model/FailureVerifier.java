package io.pasar.content.model;

import com.anthropic.errors.AnthropicServiceException;
import com.openai.errors.OpenAIServiceException;
import io.pasar.content.model.ProviderFailure.Reason;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.Exceptions;

/// Tells from a client's error what happened at the provider.
final class FailureVerifier {

    private static final int TOO_MANY = 429;
    private static final int TIMEOUT = 408;
    private static final int OVERLOADED = 529;
    private static final int SERVER = 500;

    private FailureVerifier() {}

    static ProviderFailure of(Throwable error) {
        Throwable bare = Exceptions.unwrap(error);
        if (bare instanceof ProviderFailure known) {
            return known;
        }
        if (bare instanceof TimeoutException) {
            return new ProviderFailure(Reason.STALLED, "the provider sent no token in time");
        }
        OptionalInt status = status(bare);
        return status.isPresent()
                ? ofStatus(status.getAsInt())
                : new ProviderFailure(
                        Reason.BROKEN, "the call failed with " + bare.getClass().getSimpleName());
    }

    private static ProviderFailure ofStatus(int status) {
        String message = "the provider answered " + status;
        if (status == TOO_MANY || status == OVERLOADED) {
            return new ProviderFailure(Reason.BUSY, message);
        }
        boolean broken = status >= SERVER || status == TIMEOUT;
        return new ProviderFailure(broken ? Reason.BROKEN : Reason.REFUSED, message);
    }

    private static OptionalInt status(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case OpenAIServiceException openai -> {
                    return OptionalInt.of(openai.statusCode());
                }
                case AnthropicServiceException anthropic -> {
                    return OptionalInt.of(anthropic.statusCode());
                }
                case WebClientResponseException web -> {
                    return OptionalInt.of(web.getStatusCode().value());
                }
                default -> {}
            }
        }
        return OptionalInt.empty();
    }
}
