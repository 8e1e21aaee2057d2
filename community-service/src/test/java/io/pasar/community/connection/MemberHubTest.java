package io.pasar.community.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.id.MemberId;
import io.pasar.platform.socket.CloseCode;
import io.pasar.platform.socket.OutboundFrame;
import io.pasar.platform.socket.Peer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who is known to be connected.
class MemberHubTest {

    private static final OutboundFrame NEWS = OutboundFrame.kept("{}".getBytes(StandardCharsets.UTF_8));

    private final MemberHub hub = new MemberHub();
    private final MemberId anna = new MemberId(UUID.randomUUID());

    @Test
    void tellsAMemberOnEverySocketUntilTheLastIsGone() {
        RecordedPeer phone = new RecordedPeer();
        RecordedPeer laptop = new RecordedPeer();
        hub.add(anna, phone);
        hub.add(anna, laptop);
        hub.remove(anna, phone);
        hub.tell(anna, NEWS);
        assertThat(phone.heard).isEmpty();
        assertThat(laptop.heard).containsExactly(NEWS);
        hub.remove(anna, laptop);
        assertThat(hub.members()).isEmpty();
    }

    @Test
    void keepsNoSocketThatEndedBeforeItsMemberWasKnown() {
        RecordedPeer gone = new RecordedPeer();
        gone.close(CloseCode.TOO_SLOW);
        hub.remove(anna, gone);
        hub.add(anna, gone);
        assertThat(hub.members()).isEmpty();
    }

    private static final class RecordedPeer implements Peer {

        private final List<OutboundFrame> heard = new ArrayList<>();
        private boolean closing;

        @Override
        public void send(OutboundFrame frame) {
            heard.add(frame);
        }

        @Override
        public void close(CloseCode code) {
            closing = true;
        }

        @Override
        public boolean isClosing() {
            return closing;
        }
    }
}
