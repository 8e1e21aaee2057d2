package io.pasar.standalone.demo;

import java.io.Serial;
import java.time.Duration;

/// The market was told no. The message names the kind of call and the answer, never a person or a token.
final class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final Duration retryAfter;

    RefusedException(String what, int status, String type, Duration retryAfter) {
        super(what + " was answered " + status + " " + type);
        this.status = status;
        this.type = type;
        this.retryAfter = retryAfter;
    }

    boolean is(int wanted) {
        return status == wanted;
    }

    boolean is(String problem) {
        return type.equals("/problems/" + problem);
    }

    /// Not before this may be tried again; zero if nothing was said.
    Duration retryAfter() {
        return retryAfter;
    }
}
