package io.pasar.live.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.kernel.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The body of the sandbox's webhook.
///
/// @param type `payment.succeeded` or `payment.failed`
@JsonIgnoreProperties(ignoreUnknown = true)
record SandboxEvent(
        @Nullable String id,
        @Nullable String type,
        @Nullable PaymentIntentId intent,
        @Nullable Money amount,
        @Nullable Instant at) {}
