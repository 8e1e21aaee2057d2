package io.pasar.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Asks a Redis whether it is ready: it is not while it still loads its data.
///
/// @param port on 127.0.0.1
record RedisProbe(int port, String password) {

    private static final int TIMEOUT_MS = 1_000;
    private static final String READY = "+OK\r\n+PONG\r\n";

    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            String question = "AUTH " + password + "\r\nPING\r\n";
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(READY.length());
            return new String(answer, StandardCharsets.US_ASCII).equals(READY);
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Without the password.
    @Override
    public String toString() {
        return "RedisProbe[port=" + port + "]";
    }
}
