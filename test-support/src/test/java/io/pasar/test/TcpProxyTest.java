package io.pasar.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private final AtomicInteger bytesAtServer = new AtomicInteger();
    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = TcpProxy.to("127.0.0.1", echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passesBytesOnUnchanged() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoed(client, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void delaysBothWays() throws IOException {
        try (Socket client = connect()) {
            proxy.delay(Duration.ofMillis(150));
            long start = System.nanoTime();

            assertThat(echoed(client, "late")).isEqualTo("late");

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
        }
    }

    @Test
    void cutsOpenConnectionsAndRefusesNewOnesUntilRestored() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoed(client, "one")).isEqualTo("one");

            proxy.cut();

            assertThatThrownBy(() -> echoed(client, "two")).isInstanceOf(IOException.class);
        }
        try (Socket refused = connect()) {
            assertThatThrownBy(() -> echoed(refused, "three")).isInstanceOf(IOException.class);
        }
        proxy.restore();
        try (Socket welcome = connect()) {
            assertThat(echoed(welcome, "four")).isEqualTo("four");
        }
    }

    @Test
    void dropsRepliesWhileTheServerStillGetsTheRequest() throws IOException {
        try (Socket client = connect()) {
            proxy.dropReplies();
            client.setSoTimeout(200);

            assertThatThrownBy(() -> echoed(client, "lost")).isInstanceOf(SocketTimeoutException.class);

            assertThat(bytesAtServer).hasValue(4);
        }
    }

    @Test
    void halfClosesTheWayBackOnly() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoed(client, "one")).isEqualTo("one");

            proxy.halfClose();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
            client.getOutputStream().write("two".getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(bytesAtServer).hasValue(6));
        }
    }

    @Test
    void forgetsConnectionsThatTheClientClosed() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoed(client, "one")).isEqualTo("one");
            assertThat(proxy.openConnections()).isEqualTo(1);
        }

        await().untilAsserted(() -> assertThat(proxy.openConnections()).isZero());
    }

    @Test
    void putsItselfIntoAnAddress() {
        String url = "r2dbc:postgresql://user:pass@127.0.0.1:%d/db".formatted(echo.getLocalPort());

        try (TcpProxy other = TcpProxy.to(url)) {
            assertThat(other.insteadOf(url)).isEqualTo("r2dbc:postgresql://user:pass@127.0.0.1:%d/db", other.port());
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static String echoed(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        byte[] answer = client.getInputStream().readNBytes(text.length());
        if (answer.length < text.length()) {
            throw new IOException("the stream ended");
        }
        return new String(answer, StandardCharsets.US_ASCII);
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread.ofVirtual().start(() -> echo(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void echo(Socket socket) {
        try (socket) {
            for (int b = socket.getInputStream().read();
                    b >= 0;
                    b = socket.getInputStream().read()) {
                bytesAtServer.incrementAndGet();
                socket.getOutputStream().write(b);
            }
        } catch (IOException reset) {
            assertThat(socket.isClosed()).isTrue();
        }
    }
}
