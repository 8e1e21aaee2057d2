package io.pasar.load.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.pasar.platform.json.PlatformJson;
import io.pasar.platform.socket.SocketFrames;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One chat message to a thousand viewers, from the record to the bytes of a WebSocket frame; the figures are
/// for one viewer. Netty's own encoder frames; queues, event loops and the network are left out, they cost the
/// same in all ways.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FanOutBenchmark {

    private static final int VIEWERS = 1_000;

    private final SocketFrames frames = new SocketFrames(PlatformJson.mapper(), Clock.systemUTC());
    private final EmbeddedChannel socket = new EmbeddedChannel(new WebSocket13FrameEncoder(false));
    private final Message message = new Message(
            "Is the blue one still there in size M? 🌺",
            new Member("01a20119-95c8-793e-a7c1-6bb1789fc637", "mira", "Mira"),
            null,
            "viewer");

    /// A chat message as the room's event carries it.
    ///
    /// @param text what was said
    /// @param member who said it
    /// @param replyTo the message it answers, if any
    /// @param role of the speaker
    public record Message(
            String text,
            Member member,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long replyTo,

            String role) {}

    /// Who said it.
    public record Member(String id, String handle, String displayName) {}

    /// The naive way: each viewer's session turns the record into JSON for itself.
    @Benchmark
    @OperationsPerInvocation(VIEWERS)
    public int encodedForEachViewer() {
        int sent = 0;
        for (int viewer = 0; viewer < VIEWERS; viewer++) {
            sent += send(frame(encode()));
        }
        return sent;
    }

    /// Pasar's way: JSON once a room, framed for each viewer.
    @Benchmark
    @OperationsPerInvocation(VIEWERS)
    public int encodedOnce() {
        byte[] shared = encode();
        int sent = 0;
        for (int viewer = 0; viewer < VIEWERS; viewer++) {
            sent += send(frame(shared));
        }
        return sent;
    }

    /// What would be left if the frame were shared too: Netty's encoder lets raw bytes pass.
    @Benchmark
    @OperationsPerInvocation(VIEWERS)
    public int framedOnce() {
        ByteBuf shared = encoded(frame(encode()));
        int sent = 0;
        for (int viewer = 0; viewer < VIEWERS; viewer++) {
            sent += send(shared.retainedDuplicate());
        }
        shared.release();
        return sent;
    }

    /// Gives the buffers back.
    @TearDown
    public void close() {
        socket.finishAndReleaseAll();
    }

    private byte[] encode() {
        return frames.event("chat.message", message);
    }

    private static TextWebSocketFrame frame(byte[] json) {
        return new TextWebSocketFrame(Unpooled.wrappedBuffer(json));
    }

    private int send(Object outbound) {
        ByteBuf bytes = encoded(outbound);
        int sent = bytes.readableBytes();
        bytes.release();
        return sent;
    }

    private ByteBuf encoded(Object outbound) {
        socket.writeOutbound(outbound);
        return Objects.requireNonNull(socket.readOutbound(), "the encoder wrote nothing");
    }
}
