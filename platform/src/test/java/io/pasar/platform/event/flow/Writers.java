package io.pasar.platform.event.flow;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Several writers that change a few notes over and over, until closed. A change that fails is left out.
final class Writers implements AutoCloseable {

    private static final int WRITERS = 4;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Disposable running;

    private Writers(Disposable running) {
        this.running = running;
    }

    static Writers on(NoteService notes) {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(10).toList();
        return new Writers(Flux.range(0, WRITERS)
                .flatMap(writer -> Flux.interval(PAUSE)
                        .onBackpressureDrop()
                        .concatMap(i -> change(notes, ids.get((int) ((writer + i) % ids.size()))), 1))
                .subscribe());
    }

    private static Mono<Integer> change(NoteService notes, UUID note) {
        return notes.change(note).timeout(Duration.ofSeconds(3)).onErrorComplete();
    }

    @Override
    public void close() {
        running.dispose();
    }
}
