package io.pasar.live.order;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.OrderId;
import io.pasar.live.payment.RefundRequest;
import io.pasar.live.payment.RefundService;
import io.pasar.platform.auth.Caller;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Gives money back on the seller's word.
@Service
class OrderRefundService {

    private final OrderStore orders;
    private final RefundService refunds;

    OrderRefundService(OrderStore orders, RefundService refunds) {
        this.orders = orders;
        this.refunds = refunds;
    }

    /// Gives all or a part back. Must not run inside a transaction, because the provider is asked; a request
    /// repeated under its key after a crash takes up the same refund.
    ///
    /// @return the refund; or `not-found`, `forbidden` for the buyer, `order-not-paid`, `refund-too-large`
    Mono<RefundView> refund(Caller caller, OrderId id, RefundRequest request) {
        MemberId member = caller.requireMember().id();
        return orders.find(id)
                .switchIfEmpty(Mono.error(OrderProblem::none))
                .map(order -> requireRefundable(order, member))
                .flatMap(order -> refunds.request(order.id(), request))
                .flatMap(refunds::carryOut)
                .map(RefundView::of);
    }

    private static Order requireRefundable(Order order, MemberId caller) {
        OrderRules.refunding(order, caller).ifPresent(problem -> {
            throw problem;
        });
        return order;
    }
}
