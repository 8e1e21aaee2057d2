package io.pasar.platform.socket;

/// The other end of a socket, as a feature sees it. Safe for any number of threads; nothing here waits.
public interface Peer {

    /// Queues a frame. A passing frame may be dropped; if any other does not fit, the socket is closed with
    /// [CloseCode#TOO_SLOW].
    void send(OutboundFrame frame);

    /// Says `bye` where that is possible and closes. Later calls change nothing.
    void close(CloseCode code);

    /// Whether it has ended or is about to: nothing sent from now on arrives.
    boolean isClosing();
}
