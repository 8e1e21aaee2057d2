package io.pasar.embedded;

import java.io.Serial;

/// A server that cannot be had on this machine or did not start. The message is written for the person at the
/// console: what happened, why, and the last lines of the server's log where there is one.
public final class ServerFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    ServerFailure(String message) {
        super(message);
    }

    ServerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
