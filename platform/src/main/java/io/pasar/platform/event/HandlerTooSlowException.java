package io.pasar.platform.event;

import java.time.Duration;

/// A handler did not end within `pasar.events.consumer.handler-timeout`.
final class HandlerTooSlowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HandlerTooSlowException(Duration limit) {
        super("the handler took longer than " + limit, null, false, false);
    }
}
