package io.pasar.live.sale;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.room.RoomCardPart;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The open sale of each room, in a list of rooms.
@Component
class SaleCardPart implements RoomCardPart {

    private final SaleStore sales;

    SaleCardPart(SaleStore sales) {
        this.sales = sales;
    }

    @Override
    public String part() {
        return "sale";
    }

    @Override
    public Mono<Map<RoomId, Object>> of(Collection<RoomId> rooms) {
        return sales.openIn(rooms).collectMap(Sale::room, SaleView::of);
    }
}
