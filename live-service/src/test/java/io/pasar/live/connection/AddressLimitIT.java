package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.RawSocket;
import io.pasar.live.UsesLiveService;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// One network address cannot take all the sockets of a node.
@UsesLiveService
@TestPropertySource(properties = "pasar.socket.sockets-per-address-max=3")
class AddressLimitIT {

    private static final String GREEDY = "127.0.0.2";
    private static final String OTHER = "127.0.0.3";

    @LocalServerPort
    private int port;

    @Test
    void refusesAnAddressItsFourthSocketAndTakesItWhenOneHasGone() {
        LiveApi api = new LiveApi(port);
        String room = api.liveRoom(Person.named("hana"));
        List<RawSocket> three = Stream.generate(() -> RawSocket.from(GREEDY, port, room))
                .limit(3)
                .toList();
        try {
            assertThat(three).allMatch(socket -> socket.handshake().startsWith("HTTP/1.1 101 "));
            api.eventually(() -> assertThat(statusLine(GREEDY, room)).isEqualTo("HTTP/1.1 429 Too Many Requests"));
            assertThat(statusLine(OTHER, room)).startsWith("HTTP/1.1 101 ");
            three.getFirst().close();
            api.eventually(() -> assertThat(statusLine(GREEDY, room)).startsWith("HTTP/1.1 101 "));
        } finally {
            three.forEach(RawSocket::close);
        }
    }

    private String statusLine(String address, String room) {
        try (RawSocket socket = RawSocket.from(address, port, room)) {
            return socket.handshake().lines().findFirst().orElse("");
        }
    }
}
