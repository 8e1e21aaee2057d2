package io.pasar.platform.event;

import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.problem.Problem;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import reactor.core.publisher.Mono;

/// `/actuator/deadletters`: `GET ?limit=&after=` lists, `POST /{id}` replays, `DELETE /{id}` discards. For the
/// operator only.
@Endpoint(id = "deadletters")
public final class DeadLettersEndpoint {

    private final DeadLetterService letters;

    DeadLettersEndpoint(DeadLetterService letters) {
        this.letters = letters;
    }

    @ReadOperation
    public Mono<Page<DeadLetter>> list(@Nullable Integer limit, @Nullable String after) {
        return Mono.defer(() -> letters.list(page(limit, after)));
    }

    @WriteOperation
    public Mono<Void> replay(@Selector String id) {
        return Mono.defer(() -> letters.replay(checked("/id", id, DeadLetterId::of)));
    }

    @DeleteOperation
    public Mono<Void> discard(@Selector String id) {
        return Mono.defer(() -> letters.discard(checked("/id", id, DeadLetterId::of)));
    }

    private static PageRequest page(@Nullable Integer limit, @Nullable String after) {
        Optional<Cursor> cursor = Optional.ofNullable(after).map(text -> checked("/after", text, Cursor::parse));
        int wanted = limit == null ? PageRequest.LIMIT_DEFAULT : limit;
        return checked("/limit", wanted, items -> new PageRequest(items, cursor));
    }

    private static <T, R> R checked(String pointer, T value, Function<T, R> read) {
        try {
            return read.apply(value);
        } catch (IllegalArgumentException failure) {
            throw Problem.invalid(pointer, String.valueOf(failure.getMessage()));
        }
    }
}
