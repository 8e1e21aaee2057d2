package io.pasar.live.order;

import io.pasar.kernel.event.OrderPaid;
import io.pasar.kernel.event.OrderRefunded;
import io.pasar.kernel.id.RefundId;
import io.pasar.kernel.money.Money;
import io.pasar.live.connection.RoomPublisher;
import io.pasar.platform.event.Outbox;
import io.pasar.platform.postgres.AfterCommit;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Tells what happened to orders: other features and services by events of the caller's transaction, the buyer
/// after its commit, at best effort and within a second.
@Component
class OrderPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(OrderPublisher.class);
    private static final Duration TELLING_MAX = Duration.ofSeconds(1);
    private static final int TELL_CONCURRENCY = 16;

    private final Outbox outbox;
    private final RoomPublisher room;
    private final Clock clock;

    OrderPublisher(Outbox outbox, RoomPublisher room, Clock clock) {
        this.outbox = outbox;
        this.room = room;
        this.clock = clock;
    }

    Mono<Void> paid(Order order) {
        OrderPaid event = new OrderPaid(
                order.id(),
                order.buyer(),
                order.seller(),
                order.room(),
                order.line().article().product(),
                order.line().article().sku(),
                order.line().quantity(),
                order.total(),
                order.paidAt() == null ? clock.instant() : order.paidAt());
        return outbox.append(event).then(changed(List.of(order)));
    }

    /// The event's quantity is the order's units if nothing of its money is left with the seller, else zero.
    Mono<Void> refunded(Order order, RefundId refund, Money amount) {
        boolean whole = order.state() == OrderState.REFUNDED;
        OrderRefunded event = new OrderRefunded(
                refund,
                order.id(),
                order.buyer(),
                order.seller(),
                order.line().article().product(),
                whole ? order.line().quantity() : 0,
                amount,
                whole,
                clock.instant());
        return outbox.append(event).then(changed(List.of(order)));
    }

    /// Owner events only.
    Mono<Void> changed(Collection<Order> orders) {
        return AfterCommit.run(Flux.fromIterable(orders)
                .flatMap(order -> room.tell(order.buyer(), "order", OrderChange.of(order)), TELL_CONCURRENCY)
                .then()
                .timeout(TELLING_MAX)
                .onErrorResume(failure -> {
                    LOG.warn("Could not tell a buyer about an order", failure);
                    return Mono.empty();
                }));
    }
}
