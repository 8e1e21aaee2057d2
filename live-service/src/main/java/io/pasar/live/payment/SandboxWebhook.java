package io.pasar.live.payment;

import java.util.UUID;

/// A webhook the sandbox has to deliver.
///
/// @param body JSON, the same in every attempt
record SandboxWebhook(UUID id, String body) {}
