package io.pasar.live.sale;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// The body of `POST /v1/sales/{id}/reservations`. Fields it does not name are refused.
record ReserveBody(@NotNull @Min(1) @Max(1000) Long quantity) {}
