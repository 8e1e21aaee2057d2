package io.pasar.live.chat;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.figure.Figure;
import io.pasar.live.figure.FigurePart;
import io.pasar.live.figure.FigureSpan;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// How much was said when.
@Component
class ChatFigureStore implements FigurePart {

    private static final String SAID = """
            SELECT date_bin(make_interval(secs => :step), least(greatest(said_at, :from), :last), :from) AS at,
                   count(*) AS messages
              FROM chat_message WHERE room_id = :room
             GROUP BY 1
            """;

    private final DatabaseClient database;

    ChatFigureStore(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Figure> of(RoomId room, FigureSpan span) {
        return database.sql(SAID)
                .bind("room", room.value())
                .bind("step", (double) span.stepSeconds())
                .bind("from", span.from())
                .bind("last", span.last())
                .map(ChatFigureStore::chats)
                .all();
    }

    private static Figure chats(Readable row) {
        return new Figure.Chats(row.get("at", Instant.class), row.get("messages", Long.class));
    }
}
