package io.pasar.platform.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A connection that stays open goes on answering, also when a call came before the answer to the one before.
@UsesTrialService
class KeepAliveIT {

    private static final int ANSWER_MILLIS_MAX = 10_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    @LocalServerPort
    private int port;

    @RepeatedTest(3)
    void readsOnAfterCallsThatCameTogether() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            send(socket, call("log") + call("me"));
            assertThat(status(socket)).isEqualTo(200);
            assertThat(status(socket)).isEqualTo(401);
            send(socket, call("me"));
            assertThat(status(socket)).isEqualTo(401);
        }
    }

    /// `log` answers a little later, `me` at once.
    private static String call(String name) {
        return "GET /v1/" + name + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /// Reads one whole answer.
    private static int status(Socket socket) throws IOException {
        String head = head(socket.getInputStream());
        Matcher length = LENGTH.matcher(head);
        assertThat(length.find()).as(head).isTrue();
        socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
        return Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
    }

    private static String head(InputStream answer) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = answer.read();
            assertThat(next).as("the connection ended after: %s", head).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }
}
