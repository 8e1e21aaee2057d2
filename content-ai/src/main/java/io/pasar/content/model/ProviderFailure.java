package io.pasar.content.model;

/// A model call that gave nothing usable. An expected outcome, so it carries no stack trace; the message names no
/// key and no content.
public final class ProviderFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// Why.
    public enum Reason {
        /// No token in time.
        STALLED,
        /// 429: too many calls or no credit left.
        BUSY,
        /// 5xx or a broken connection.
        BROKEN,
        /// 4xx: the settings are wrong.
        REFUSED
    }

    ProviderFailure(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// Whether the same call may well succeed in a moment.
    boolean isPassing() {
        return reason == Reason.BUSY || reason == Reason.BROKEN;
    }
}
