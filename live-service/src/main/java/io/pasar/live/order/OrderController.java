package io.pasar.live.order;

import static io.pasar.platform.idempotency.IdempotentOutsideTransaction.SHORT_LEASE_SECONDS;

import io.pasar.kernel.id.OrderId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.idempotency.IdempotentOutsideTransaction;
import io.pasar.platform.limit.RateLimited;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Orders over HTTP.
@RestController
class OrderController {

    private final OrderService orders;
    private final OrderRefundService refunds;

    OrderController(OrderService orders, OrderRefundService refunds) {
        this.orders = orders;
        this.refunds = refunds;
    }

    /// 201 for a new order, 200 for the one the reservation already has.
    @RateLimited(value = "orders", burst = 300, perSeconds = 3600)
    @PostMapping("/v1/orders")
    @IdempotentOutsideTransaction(leaseSeconds = SHORT_LEASE_SECONDS)
    Mono<ResponseEntity<OrderView>> place(Caller caller, @Valid @RequestBody PlaceOrderRequest request) {
        return orders.place(caller, request.reservationId())
                .map(placed -> ResponseEntity.status(placed.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(placed.view()));
    }

    @GetMapping("/v1/orders/{id}")
    Mono<OrderView> find(Caller caller, @PathVariable OrderId id) {
        return orders.find(caller, id);
    }

    @PostMapping("/v1/orders/{id}/cancel")
    Mono<OrderView> cancel(Caller caller, @PathVariable OrderId id) {
        return orders.cancel(caller, id);
    }

    @PostMapping("/v1/orders/{id}/refunds")
    @IdempotentOutsideTransaction(leaseSeconds = SHORT_LEASE_SECONDS)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<RefundView> refund(
            Caller caller,
            @PathVariable OrderId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody RefundBody body) {
        return refunds.refund(caller, id, body.request(key));
    }
}
