package io.pasar.content.model;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which model writes, and how long it may take.
///
/// @param provider `builtin` needs no network and no other setting here
/// @param baseUrl where the provider answers, without the path of the call; for `openai` with its version segment,
///     such as `https://api.openai.com/v1`
/// @param apiKey what it wants to be paid by; empty for servers of one's own
/// @param model the provider's name of the model
/// @param temperature 0 to 2
/// @param maxTokens the most tokens of one answer, 64 to 32000
/// @param firstTokenTimeout how long the first token may take
/// @param nextTokenTimeout how long each token after it may take
/// @param answerTimeout how long a whole answer may take
/// @param attempts how often a call is tried when the provider is busy or broken, 1 to 3; only before its first token
/// @param callsMax how many calls run at once; what comes on top finds the provider busy
/// @param fallback whether the built-in model steps in where the provider fails; otherwise the request is refused
@Validated
@ConfigurationProperties("pasar.ai")
public record AiProperties(
        @NotNull @DefaultValue("builtin") Provider provider,
        @DefaultValue("") String baseUrl,
        @DefaultValue("") ApiKey apiKey,
        @DefaultValue("") String model,

        @DecimalMin("0") @DecimalMax("2") @DefaultValue("0.4")
        double temperature,

        @Min(64) @Max(32000) @DefaultValue("4000") int maxTokens,
        @NotNull @DefaultValue("10s") Duration firstTokenTimeout,
        @NotNull @DefaultValue("5s") Duration nextTokenTimeout,
        @NotNull @DefaultValue("60s") Duration answerTimeout,
        @Min(1) @Max(3) @DefaultValue("2") int attempts,
        @Min(1) @Max(256) @DefaultValue("16") int callsMax,
        @DefaultValue("true") boolean fallback) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    @AssertTrue(message = "pasar.ai.base-url must be an http or https address when pasar.ai.provider is not builtin")
    boolean isAddressed() {
        return provider == Provider.BUILTIN || isAddress(baseUrl);
    }

    @AssertTrue(message = "pasar.ai.model must name a model when pasar.ai.provider is not builtin")
    boolean isNamed() {
        return provider == Provider.BUILTIN || !model.isBlank();
    }

    @AssertTrue(message = "pasar.ai timeouts must be positive")
    boolean isTimed() {
        return firstTokenTimeout.isPositive() && nextTokenTimeout.isPositive() && answerTimeout.isPositive();
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null && SCHEMES.contains(address.getScheme());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
