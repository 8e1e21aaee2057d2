package io.pasar.live.connection;

import reactor.core.publisher.Mono;

/// A feature's handler of one type of command. Handlers are beans; `connection` finds them by type.
public interface RoomCommandHandler {

    /// The command's type, such as `sale.reserve`.
    String type();

    /// Carries the command out.
    ///
    /// @return the answer's `data` (an empty object if the publisher is empty); a `Problem`, whose pointers
    ///     point into the command's data, becomes an error answer, whose pointers point into the frame
    Mono<?> handle(RoomCommand command);

    /// Whether the handler itself sees to it that a repeated idempotency key has one effect and one answer. If
    /// not, `connection` remembers answers by key for five minutes.
    default boolean remembersKeys() {
        return false;
    }
}
