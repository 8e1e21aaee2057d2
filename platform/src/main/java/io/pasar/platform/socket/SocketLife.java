package io.pasar.platform.socket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The life of one socket as time passes: `GREETING` until hello is accepted, `OPEN` until somebody ends it,
/// `CLOSING` until the peer has taken the farewell or is cut off. Safe for several threads.
final class SocketLife {

    enum State {
        GREETING,
        OPEN,
        CLOSING
    }

    /// What is due now.
    sealed interface Due {

        record Nothing() implements Due {}

        record Ping() implements Due {}

        record Close(CloseCode code) implements Due {}

        /// The farewell was not taken in time: drop the connection.
        record Cut() implements Due {}
    }

    private static final Due NOTHING = new Due.Nothing();

    private final SocketProperties limits;
    private final Instant openedAt;
    private State state = State.GREETING;
    private Instant heardAt;
    private @Nullable Instant pingedAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant closingAt;
    private @Nullable Instant stuckAt;

    SocketLife(SocketProperties limits, Instant now) {
        this.limits = limits;
        this.openedAt = now;
        this.heardAt = now;
    }

    synchronized State state() {
        return state;
    }

    /// Anything arrived from the peer.
    synchronized void heard(Instant now) {
        heardAt = now;
        pingedAt = null;
    }

    /// Hello was accepted.
    ///
    /// @param expiry when the token ends, or null for a guest
    synchronized void greeted(@Nullable Instant expiry) {
        if (state == State.GREETING) {
            state = State.OPEN;
            expiresAt = expiry;
        }
    }

    /// @return whether this call ended it; false if it was ending already
    synchronized boolean close(Instant now) {
        if (state == State.CLOSING) {
            return false;
        }
        state = State.CLOSING;
        closingAt = now;
        return true;
    }

    /// Looks at the clock.
    ///
    /// @param writable whether the transport takes more bytes
    synchronized Due tick(Instant now, boolean writable) {
        stuckAt = writable ? null : stuckAt == null ? now : stuckAt;
        return switch (state) {
            case GREETING -> isOver(openedAt, limits.helloWithin(), now) ? new Due.Close(CloseCode.NO_HELLO) : NOTHING;
            case OPEN -> open(now);
            case CLOSING -> isOver(closingAt, limits.closeWithin(), now) ? new Due.Cut() : NOTHING;
        };
    }

    private Due open(Instant now) {
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            return new Due.Close(CloseCode.BAD_TOKEN);
        }
        if (isOver(stuckAt, limits.writableWithin(), now)) {
            return new Due.Close(CloseCode.TOO_SLOW);
        }
        if (pingedAt != null) {
            return isOver(pingedAt, limits.pongWithin(), now) ? new Due.Close(CloseCode.NO_PONG) : NOTHING;
        }
        return isOver(heardAt, limits.pingAfter(), now) ? ping(now) : NOTHING;
    }

    private Due ping(Instant now) {
        pingedAt = now;
        return new Due.Ping();
    }

    private static boolean isOver(@Nullable Instant start, Duration length, Instant now) {
        return start != null && !now.isBefore(start.plus(length));
    }
}
