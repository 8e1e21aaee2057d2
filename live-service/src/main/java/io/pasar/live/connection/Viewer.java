package io.pasar.live.connection;

import io.pasar.platform.socket.CloseCode;
import io.pasar.platform.socket.OutboundFrame;
import io.pasar.platform.socket.Peer;
import java.util.ArrayDeque;
import java.util.Queue;

/// One socket in one room: it holds live events back until the answer to `room.join` is on its way, then passes
/// them on. Safe for several threads.
final class Viewer {

    private final Peer socket;
    private final int heldMax;
    private final Queue<OutboundFrame> held = new ArrayDeque<>();
    private boolean holding = true;

    Viewer(Peer socket, int heldMax) {
        this.socket = socket;
        this.heldMax = heldMax;
    }

    /// An event for this viewer.
    synchronized void hear(OutboundFrame frame) {
        if (!holding) {
            socket.send(frame);
            return;
        }
        if (held.size() < heldMax) {
            held.add(frame);
        } else if (!frame.isPassing()) {
            socket.close(CloseCode.TOO_SLOW);
        }
    }

    /// The answer is queued: what happened since follows.
    synchronized void release() {
        holding = false;
        held.forEach(socket::send);
        held.clear();
    }

    /// Whether nothing reaches the socket any more.
    boolean isGone() {
        return socket.isClosing();
    }

    void close(CloseCode code) {
        socket.close(code);
    }
}
