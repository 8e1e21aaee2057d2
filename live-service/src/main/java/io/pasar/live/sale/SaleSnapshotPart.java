package io.pasar.live.sale;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.SnapshotPart;
import io.pasar.platform.auth.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The room's sales that are not closed, newest first, for somebody who joins.
@Component
class SaleSnapshotPart implements SnapshotPart {

    private final SaleStore sales;

    SaleSnapshotPart(SaleStore sales) {
        this.sales = sales;
    }

    @Override
    public String part() {
        return "sales";
    }

    @Override
    public Mono<?> of(RoomId room, Caller caller) {
        return sales.ofRoom(room)
                .filter(sale -> sale.phase() != SalePhase.CLOSED)
                .map(SaleView::of)
                .collectList();
    }
}
