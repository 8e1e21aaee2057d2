package io.pasar.live.order;

import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.money.Money;
import io.pasar.live.figure.Figure;
import io.pasar.live.figure.FigurePart;
import io.pasar.live.figure.FigureSpan;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What was sold when. A refund takes away from the moment of the payment, as it does from the room's summary.
@Component
class OrderFigureStore implements FigurePart {

    private static final String PAID = """
            select date_bin(make_interval(secs => :step), least(greatest(paid_at, :from), :last), :from) as at, currency,
                count(*) filter (where state = 'paid') as orders,
                coalesce(sum(quantity) filter (where state = 'paid'), 0)::bigint as units,
                sum(total_minor - refunded_minor)::bigint as revenue
            from purchase_order where room_id = :room and state in ('paid', 'refunded')
            group by 1, currency""";

    private final DatabaseClient database;

    OrderFigureStore(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Figure> of(RoomId room, FigureSpan span) {
        return database.sql(PAID)
                .bind("room", room.value())
                .bind("step", (double) span.stepSeconds())
                .bind("from", span.from())
                .bind("last", span.last())
                .map(OrderFigureStore::orders)
                .all();
    }

    private static Figure orders(Readable row) {
        return new Figure.Orders(
                row.get("at", Instant.class),
                row.get("orders", Long.class),
                row.get("units", Long.class),
                Money.ofMinor(row.get("revenue", Long.class), row.get("currency", String.class)));
    }
}
