package io.pasar.live.payment;

import org.jspecify.annotations.Nullable;

/// A webhook as it came in.
///
/// @param signature the value of the provider's signature header
/// @param body the exact bytes that were signed
@SuppressWarnings("ArrayRecordComponent")
public record WebhookCall(@Nullable String signature, byte[] body) {}
