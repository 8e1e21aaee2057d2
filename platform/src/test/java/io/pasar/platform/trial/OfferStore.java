package io.pasar.platform.trial;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The trial service's only table.
@Component
class OfferStore {

    private final DatabaseClient database;

    OfferStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<UUID> insert(UUID id, String title) {
        return database.sql("INSERT INTO offer (id, title, quantity) VALUES (:id, :title, 1)")
                .bind("id", id)
                .bind("title", title)
                .fetch()
                .rowsUpdated()
                .thenReturn(id);
    }

    Mono<Long> count(String title) {
        return database.sql("SELECT count(*) FROM offer WHERE title = :title")
                .bind("title", title)
                .mapValue(Long.class)
                .one();
    }

    Mono<Long> count() {
        return database.sql("SELECT count(*) FROM offer").mapValue(Long.class).one();
    }
}
