package io.pasar.live.order;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.room.RoomSummaryPart;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What a room sold: `soldUnits` and `orders` of orders that are paid and not wholly refunded, and `revenue`,
/// one amount a currency, after refunds.
@Component
class OrderSummaryPart implements RoomSummaryPart {

    private final OrderStore orders;

    OrderSummaryPart(OrderStore orders) {
        this.orders = orders;
    }

    @Override
    public Mono<Map<String, Object>> of(RoomId room) {
        return orders.sold(room).collectList().map(OrderSummaryPart::summary);
    }

    private static Map<String, Object> summary(List<Sold> sold) {
        return Map.of(
                "soldUnits", sold.stream().mapToLong(Sold::units).sum(),
                "orders", sold.stream().mapToLong(Sold::orders).sum(),
                "revenue", sold.stream().map(Sold::revenue).toList());
    }
}
