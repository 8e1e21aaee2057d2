package io.pasar.live;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A WebSocket on a bare TCP socket, for what a well-behaved client would never do: not to read, not to answer
/// a ping, to send half a frame, to close half a connection.
public final class RawSocket implements AutoCloseable {

    private static final Map<String, String> PASAR = Map.of("Sec-WebSocket-Protocol", "pasar.v1");
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int FINAL = 0x80;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final String handshake;

    /// @param opcode 1 text, 8 close, 9 ping
    public record Frame(int opcode, String text, int closeCode) {}

    private RawSocket(@Nullable String from, int port, String room, Map<String, String> headers, int receiveBuffer) {
        try {
            socket = new Socket();
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            if (from != null) {
                socket.bind(new InetSocketAddress(from, 0));
            }
            socket.connect(new InetSocketAddress(from == null ? "localhost" : "127.0.0.1", port));
            socket.setSoTimeout(20_000);
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            handshake = shakeHands(room, headers);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static RawSocket open(int port, String room) {
        return new RawSocket(null, port, room, PASAR, 0);
    }

    /// One whose kernel takes only little, so that not reading is felt soon.
    public static RawSocket narrow(int port, String room) {
        return new RawSocket(null, port, room, PASAR, 4_096);
    }

    /// One that comes from another address of this machine.
    public static RawSocket from(String address, int port, String room) {
        return new RawSocket(address, port, room, PASAR, 0);
    }

    /// @param headers beyond those every handshake has
    public static RawSocket open(int port, String room, Map<String, String> headers) {
        return new RawSocket(null, port, room, headers, 0);
    }

    /// The server's answer to the handshake, up to the empty line.
    public String handshake() {
        return handshake;
    }

    public void text(String text) {
        frame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Text frames that leave in one write.
    public void texts(String... texts) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (String text : texts) {
            frames.writeBytes(encoded(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8)));
        }
        write(frames.toByteArray());
    }

    /// A text frame in pieces of one byte, each flushed by itself.
    public void textByteByByte(String text) {
        for (byte one : encoded(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8))) {
            write(new byte[] {one});
        }
    }

    /// @param opcode with the final bit, if any
    public void frame(int opcode, byte[] payload) {
        write(encoded(opcode, payload));
    }

    /// The next frame, whatever it is.
    public Frame read() {
        try {
            int opcode = in.readUnsignedByte() & 0x0F;
            int length = in.readUnsignedByte() & 0x7F;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = Math.toIntExact(in.readLong());
            }
            byte[] payload = in.readNBytes(length);
            boolean hasCode = opcode == CLOSE && length >= 2;
            int code = hasCode ? (payload[0] & 0xFF) << 8 | (payload[1] & 0xFF) : 0;
            return new Frame(opcode, new String(payload, StandardCharsets.UTF_8), code);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Reads until the server closes; the code it gave, 1006 if it just went.
    public int closeCode() {
        try {
            Frame frame = read();
            while (frame.opcode() != CLOSE) {
                frame = read();
            }
            return frame.closeCode();
        } catch (UncheckedIOException gone) {
            return 1006;
        }
    }

    /// Reads until a ping comes, and does not answer it.
    public Frame ping() {
        Frame frame = read();
        while (frame.opcode() != PING) {
            frame = read();
        }
        return frame;
    }

    /// Ends only what this side sends.
    public void closeHalf() {
        try {
            socket.shutdownOutput();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String shakeHands(String room, Map<String, String> headers) throws IOException {
        StringBuilder request = new StringBuilder("GET /live/v1/rooms/" + room + "/socket HTTP/1.1\r\n"
                + "Host: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.readUnsignedByte());
        }
        return answer.toString();
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] encoded(int opcode, byte[] payload) {
        byte[] mask = {1, 2, 3, 4};
        int extended = payload.length < 126 ? 0 : payload.length < 65_536 ? 2 : 8;
        byte[] frame = new byte[2 + extended + 4 + payload.length];
        frame[0] = (byte) opcode;
        frame[1] = (byte) (0x80 | (extended == 0 ? payload.length : extended == 2 ? 126 : 127));
        for (int i = 0; i < extended; i++) {
            frame[2 + i] = (byte) ((long) payload.length >>> (8 * (extended - 1 - i)));
        }
        System.arraycopy(mask, 0, frame, 2 + extended, 4);
        for (int i = 0; i < payload.length; i++) {
            frame[2 + extended + 4 + i] = (byte) (payload[i] ^ mask[i % 4]);
        }
        return frame;
    }
}
