package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.platform.socket.CloseCode;
import io.pasar.platform.socket.OutboundFrame;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ViewerTest {

    private final RecordingPeer peer = new RecordingPeer();
    private final Viewer viewer = new Viewer(peer, 2);

    @Test
    void holdsEventsUntilTheAnswerIsOnItsWay() {
        viewer.hear(kept("1"));
        assertThat(peer.texts()).isEmpty();
        viewer.release();
        viewer.hear(kept("2"));
        assertThat(peer.texts()).containsExactly("1", "2");
    }

    @Test
    void isTooSlowWhenMoreKeptEventsComeThanItMayHold() {
        viewer.hear(kept("1"));
        viewer.hear(kept("2"));
        assertThat(peer.closedWith()).isNull();
        viewer.hear(kept("3"));
        assertThat(peer.closedWith()).isEqualTo(CloseCode.TOO_SLOW);
    }

    @Test
    void forgetsPassingEventsItMayNotHold() {
        viewer.hear(kept("1"));
        viewer.hear(kept("2"));
        viewer.hear(OutboundFrame.passing("p".getBytes(StandardCharsets.UTF_8), null));
        viewer.release();
        assertThat(peer.texts()).containsExactly("1", "2");
        assertThat(peer.closedWith()).isNull();
    }

    private static OutboundFrame kept(String text) {
        return OutboundFrame.kept(text.getBytes(StandardCharsets.UTF_8));
    }
}
