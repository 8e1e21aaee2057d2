package io.pasar.standalone;

import java.io.Serial;

/// Why Pasar cannot start: one sentence for the person at the console that says what is wrong and what to do.
/// It stands for itself; no stack trace is shown.
final class StartRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StartRefusal(String sentence) {
        super(sentence);
    }

    StartRefusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
