package io.pasar.test;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a Docker engine answers here. Asked with one request on the engine's socket, because finding out through
/// Testcontainers costs a second where there is none.
final class DockerEngine {

    private static final String PING = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";
    private static final String UNIX = "unix://";

    private DockerEngine() {}

    static boolean answers() {
        String host = System.getenv().getOrDefault("DOCKER_HOST", UNIX + "/var/run/docker.sock");
        if (!host.startsWith(UNIX)) {
            return true;
        }
        Path socket = Path.of(host.substring(UNIX.length()));
        return Files.exists(socket) && answersOn(socket);
    }

    private static boolean answersOn(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(PING.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(12);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
                // A status line comes in one piece or in several.
            }
            return new String(answer.array(), StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException deaf) {
            return false;
        }
    }
}
