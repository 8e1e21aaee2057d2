package io.pasar.live.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How money is collected.
///
/// @param provider the name of the provider that new orders are paid with
/// @param callMax how long a provider may take to answer
/// @param retryEvery the pause between two looks for refunds and webhooks that are due again
@Validated
@ConfigurationProperties("pasar.payment")
record PaymentProperties(
        @NotBlank @DefaultValue("sandbox") String provider,
        @NotNull @DefaultValue("10s") Duration callMax,
        @NotNull @DefaultValue("500ms") Duration retryEvery,
        @Valid @NotNull @DefaultValue Sandbox sandbox) {

    /// The sandbox provider.
    ///
    /// @param webhookUrl where it sends its webhooks; this process's own address if absent
    /// @param secret what its webhooks are signed with; made at the first start and stored if absent
    record Sandbox(@Nullable URI webhookUrl, @Nullable String secret) {}
}
