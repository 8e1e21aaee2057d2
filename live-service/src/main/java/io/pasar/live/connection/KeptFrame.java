package io.pasar.live.connection;

import io.pasar.platform.socket.OutboundFrame;
import java.nio.charset.StandardCharsets;

/// A kept event, encoded once for everybody.
record KeptFrame(long seq, OutboundFrame frame) {

    static KeptFrame of(long seq, String text) {
        return new KeptFrame(seq, OutboundFrame.kept(text.getBytes(StandardCharsets.UTF_8)));
    }
}
