package io.pasar.platform.socket;

import io.pasar.platform.problem.ProblemCode;

/// Why a socket is closed. `44xx`: do not reconnect unchanged. `45xx`: reconnect with back-off and resume.
public enum CloseCode {
    BAD_FRAME(4400),
    BAD_TOKEN(4401),
    FORBIDDEN(4403),
    NO_SUCH_ROOM(4404),
    NO_HELLO(4408),
    REPLACED(4409),
    FLOOD(4429),
    INTERNAL(4500),
    DRAINING(4503),
    NO_PONG(4504),
    TOO_SLOW(4508),
    POSITION_LOST(4510);

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    /// The number on the wire.
    public int code() {
        return code;
    }

    /// Whether the client should come back and resume.
    public boolean mayReconnect() {
        return code >= INTERNAL.code;
    }

    /// How a refusal of hello ends the socket.
    static CloseCode of(ProblemCode refusal) {
        return switch (refusal.status()) {
            case 401 -> BAD_TOKEN;
            case 403 -> FORBIDDEN;
            case 404 -> NO_SUCH_ROOM;
            case 503 -> DRAINING;
            default -> refusal.status() < 500 ? BAD_FRAME : INTERNAL;
        };
    }
}
