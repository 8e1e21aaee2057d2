package io.pasar.platform.event.flow;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.platform.event.EventHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// The consuming feature: one row for each event. Tests put mishaps in its way.
final class EffectHandler implements EventHandler<NoteChanged> {

    /// What happens before the effect, by consumer.
    static final ConcurrentHashMap<String, Function<NoteChanged, Mono<Void>>> MISHAPS = new ConcurrentHashMap<>();

    private final String consumer;
    private final DatabaseClient database;

    EffectHandler(String consumer, DatabaseClient database) {
        this.consumer = consumer;
        this.database = database;
    }

    @Override
    public String consumer() {
        return consumer;
    }

    @Override
    public String producer() {
        return "noting";
    }

    @Override
    public String type() {
        return NoteChanged.TYPE;
    }

    @Override
    public Class<NoteChanged> payload() {
        return NoteChanged.class;
    }

    @Override
    public Mono<Void> handle(CloudEvent<NoteChanged> event) {
        Mono<Void> mishap = MISHAPS.getOrDefault(consumer, _ -> Mono.empty()).apply(event.data());
        return mishap.then(Mono.defer(() -> write(event)));
    }

    private Mono<Void> write(CloudEvent<NoteChanged> event) {
        return database.sql("""
                        INSERT INTO effect (consumer, note, number, lag_ms)
                        VALUES (:consumer, :note, :number, :lag)
                        """)
                .bind("consumer", consumer)
                .bind("note", event.data().note())
                .bind("number", event.data().number())
                .bind("lag", Duration.between(event.time(), Instant.now()).toNanos() / 1e6)
                .then();
    }
}
