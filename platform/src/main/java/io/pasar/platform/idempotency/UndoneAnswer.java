package io.pasar.platform.idempotency;

/// Signals an answer whose request's writes must be undone; never leaves this package.
final class UndoneAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient KeptAnswer answer;

    UndoneAnswer(KeptAnswer answer) {
        super("undone", null, false, false);
        this.answer = answer;
    }

    KeptAnswer answer() {
        return answer;
    }
}
