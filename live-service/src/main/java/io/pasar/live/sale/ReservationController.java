package io.pasar.live.sale;

import io.pasar.kernel.id.ReservationId;
import io.pasar.kernel.id.SaleId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.limit.RateLimited;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Reservations over HTTP.
@RestController
class ReservationController {

    private final ReservationService reservations;

    ReservationController(ReservationService reservations) {
        this.reservations = reservations;
    }

    @RateLimited(value = "reservations", burst = 300, perSeconds = 60)
    @PostMapping("/v1/sales/{id}/reservations")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ReservationView> reserve(Caller caller, @PathVariable SaleId id, @Valid @RequestBody ReserveBody body) {
        return reservations.reserve(caller, id, body.quantity().intValue());
    }

    @GetMapping("/v1/reservations/{id}")
    Mono<ReservationView> find(Caller caller, @PathVariable ReservationId id) {
        return reservations.find(caller, id);
    }

    @DeleteMapping("/v1/reservations/{id}")
    Mono<ReservationView> release(Caller caller, @PathVariable ReservationId id) {
        return reservations.release(caller, id);
    }
}
