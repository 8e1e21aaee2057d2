package io.pasar.live.showcase;

import io.pasar.kernel.id.ProductId;
import jakarta.validation.constraints.NotNull;

/// What to put on stage.
record SetStageRequest(@NotNull ProductId productId) {}
