package io.pasar.live.sale;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.figure.Figure;
import io.pasar.live.figure.FigurePart;
import io.pasar.live.figure.FigureSpan;
import io.pasar.live.figure.StockPart;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How much was reserved when, and what is left now.
@Component
class SaleFigureStore implements FigurePart, StockPart {

    private static final String RESERVED = """
            select date_bin(make_interval(secs => :step), least(greatest(r.created_at, :from), :last), :from) as at,
                count(*) as reservations
            from reservation r join sale s on s.id = r.sale_id where s.room_id = :room
            group by 1""";

    private static final String AVAILABLE = """
            select room_id, sum(available)::bigint as available from sale
            where room_id = any(:rooms) and phase = 'open' group by room_id""";

    private final DatabaseClient database;

    SaleFigureStore(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Figure> of(RoomId room, FigureSpan span) {
        return database.sql(RESERVED)
                .bind("room", room.value())
                .bind("step", (double) span.stepSeconds())
                .bind("from", span.from())
                .bind("last", span.last())
                .map(SaleFigureStore::reservations)
                .all();
    }

    @Override
    public Mono<Map<RoomId, Long>> available(Collection<RoomId> rooms) {
        return database.sql(AVAILABLE)
                .bind("rooms", rooms.stream().map(RoomId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(new RoomId(row.get("room_id", UUID.class)), row.get("available", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Figure reservations(Readable row) {
        return new Figure.Reservations(row.get("at", Instant.class), row.get("reservations", Long.class));
    }
}
