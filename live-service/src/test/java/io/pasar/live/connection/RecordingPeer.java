package io.pasar.live.connection;

import io.pasar.platform.socket.CloseCode;
import io.pasar.platform.socket.OutboundFrame;
import io.pasar.platform.socket.Peer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A peer that takes everything and remembers it.
final class RecordingPeer implements Peer {

    private final List<String> texts = new ArrayList<>();
    private @Nullable CloseCode closedWith;

    @Override
    public void send(OutboundFrame frame) {
        texts.add(frame.text());
    }

    @Override
    public void close(CloseCode code) {
        closedWith = closedWith == null ? code : closedWith;
    }

    @Override
    public boolean isClosing() {
        return closedWith != null;
    }

    List<String> texts() {
        return texts;
    }

    @Nullable
    CloseCode closedWith() {
        return closedWith;
    }
}
