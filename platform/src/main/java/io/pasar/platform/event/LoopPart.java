package io.pasar.platform.event;

import java.time.Duration;
import reactor.core.publisher.Mono;

/// Work that goes on for as long as the service runs; a [LoopJob] runs it.
interface LoopPart {

    /// What logs call it.
    String name();

    /// One bounded piece of work. Errors are logged and followed by a pause that grows with every failure.
    ///
    /// @return how long to wait before the next piece; zero to go on at once
    Mono<Duration> step();

    /// Waits, for less time if there is work earlier. Cancelled at a stop.
    default Mono<Void> pause(Duration limit) {
        return Mono.delay(limit).then();
    }

    /// The loop begins, for the first time or anew after a stop.
    default void opening() {}

    /// A stop has begun: finish the current piece soon.
    default void closing() {}

    /// After the last piece: give back what is held. The loop may begin anew later.
    default Mono<Void> farewell() {
        return Mono.empty();
    }
}
