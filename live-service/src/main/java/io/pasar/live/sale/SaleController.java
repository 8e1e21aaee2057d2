package io.pasar.live.sale;

import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.id.SaleId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.limit.RateLimited;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Sales over HTTP.
@RestController
class SaleController {

    private final SaleService sales;
    private final SaleControlService control;

    SaleController(SaleService sales, SaleControlService control) {
        this.sales = sales;
        this.control = control;
    }

    @RateLimited(value = "sales", burst = 300, perSeconds = 3600)
    @PostMapping("/v1/rooms/{id}/sales")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<SaleView> create(Caller caller, @PathVariable RoomId id, @Valid @RequestBody OpenSaleRequest request) {
        return control.create(caller, id, request);
    }

    @GetMapping("/v1/rooms/{id}/sales")
    Mono<SalesOfRoom> ofRoom(Caller caller, @PathVariable RoomId id) {
        return sales.ofRoom(caller, id).collectList().map(SalesOfRoom::new);
    }

    @GetMapping("/v1/sales/{id}")
    Mono<SaleView> find(Caller caller, @PathVariable SaleId id) {
        return sales.find(caller, id);
    }

    @PostMapping("/v1/sales/{id}/open")
    Mono<SaleView> open(Caller caller, @PathVariable SaleId id) {
        return control.open(caller, id);
    }

    @PostMapping("/v1/sales/{id}/close")
    Mono<SaleView> close(Caller caller, @PathVariable SaleId id) {
        return control.close(caller, id);
    }

    /// The newest sales of a room, newest first.
    record SalesOfRoom(List<SaleView> items) {}
}
