package io.pasar.live.order;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.pasar.kernel.id.ReservationId;
import jakarta.validation.constraints.NotNull;

/// The body of `POST /v1/orders`. Other fields, such as a delivery address, are allowed and not kept yet.
@JsonIgnoreProperties(ignoreUnknown = true)
record PlaceOrderRequest(@NotNull ReservationId reservationId) {}
