package io.pasar.platform.event.flow;

import io.pasar.platform.event.Outbox;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// The producing feature: changes a note and says so in the same transaction.
final class NoteService {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Outbox outbox;

    NoteService(DatabaseClient database, TransactionalOperator transaction, Outbox outbox) {
        this.database = database;
        this.transaction = transaction;
        this.outbox = outbox;
    }

    Mono<Integer> change(UUID note) {
        return write(note).as(transaction::transactional);
    }

    /// Changes the note and rolls back.
    Mono<Integer> changeAndFail(UUID note) {
        return write(note)
                .flatMap(_ -> Mono.<Integer>error(new IllegalStateException("changed its mind")))
                .as(transaction::transactional);
    }

    /// Changes the note and says so with something long.
    Mono<Integer> changeWith(UUID note, String text) {
        return database.sql("INSERT INTO note (id, number) VALUES (:id, 1)")
                .bind("id", note)
                .then()
                .then(outbox.append(new LongStory(note, text)))
                .thenReturn(1)
                .as(transaction::transactional);
    }

    private Mono<Integer> write(UUID note) {
        return database.sql("""
                        WITH changed AS (
                            INSERT INTO note (id, number) VALUES (:id, 1)
                            ON CONFLICT (id) DO UPDATE SET number = note.number + 1
                            RETURNING id, number)
                        INSERT INTO committed (note, number) SELECT id, number FROM changed RETURNING number
                        """)
                .bind("id", note)
                .mapValue(Integer.class)
                .one()
                .flatMap(number -> outbox.append(new NoteChanged(note, number)).thenReturn(number));
    }
}
