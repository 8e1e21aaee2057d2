package io.pasar.live.room;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.LogLines;
import io.pasar.live.LogLines.Line;
import io.pasar.live.RoomClient;
import io.pasar.live.Shop;
import io.pasar.live.UsesLiveService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Lines of the log name the room and the request they belong to. The lines that are looked at are what Spring
/// says of each SQL statement, on whatever thread the connection lives, and the service's own.
@UsesLiveService
class RoomLinesIT {

    private static final String STATEMENTS = "org.springframework.r2dbc.core";
    private static final String SERVICE = "io.pasar.live";

    @LocalServerPort
    private int port;

    private LiveApi api;
    private Person host;

    @BeforeEach
    void arrive() {
        api = new LiveApi(port);
        host = Person.named("hostess");
    }

    @Test
    void nameRoomAndRequestInEveryStatementOfACall() {
        String room = api.scheduledRoom(host);
        String request = UUID.randomUUID().toString();
        Map<String, String> headers = Map.of("X-Request-Id", request, "Idempotency-Key", "start");
        try (LogLines log = LogLines.of(STATEMENTS, Level.DEBUG)) {
            assertThat(api.call("POST", "/v1/rooms/" + room + "/start", host, "{}", headers)
                            .status())
                    .isEqualTo(200);
            List<Line> lines = log.ofRequest(request);
            assertThat(lines).extracting(Line::text).anyMatch(line -> line.contains("idempotency"));
            assertThat(lines).extracting(Line::text).anyMatch(line -> line.contains("room"));
            assertThat(lines).extracting(Line::room).containsOnly(room);
        }
    }

    @Test
    void nameRoomAndHandshakeInEveryStatementOfACommand() {
        Shop shop = Shop.open(port);
        String request = UUID.randomUUID().toString();
        try (LogLines log = LogLines.of(STATEMENTS, Level.DEBUG);
                RoomClient client = RoomClient.open(port, shop.room(), Map.of("X-Request-Id", request))) {
            client.hello(shop.host().token());
            client.ask("room.join", Map.of());
            int before = log.ofRequest(request).size();
            client.ask("stage.set", Map.of("productId", shop.productId()));
            List<Line> lines = log.ofRequest(request);
            assertThat(lines.subList(before, lines.size()))
                    .extracting(Line::text)
                    .anyMatch(line -> line.contains("stage"));
            assertThat(lines).extracting(Line::room).containsOnly(shop.room());
        }
    }

    @Test
    void tellHowARoomAndItsSalesCameAndWent() {
        try (LogLines log = LogLines.of(SERVICE, Level.INFO)) {
            Shop shop = Shop.open(port);
            String first = shop.sale(1, 1, 60);
            String second = shop.sale(2, 1, 60);
            Person buyer = Person.named("buyer");
            shop.hold(buyer, first);
            String request = api.post("/v1/rooms/" + shop.room() + "/end", shop.host(), Map.of())
                    .header("X-Request-Id");
            List<Line> lines = log.ofRoom(shop.room());
            assertThat(lines)
                    .extracting(Line::text)
                    .containsSubsequence(
                            line(shop, "started"),
                            line(shop, "sale " + first + " opened, of 1 units 0 are held and 0 sold"),
                            line(shop, "sale " + second + " opened, of 2 units 0 are held and 0 sold"),
                            line(shop, "sale " + first + " sold out, of 1 units 1 are held and 0 sold"))
                    .contains(
                            line(shop, "sale " + first + " closed, of 1 units 1 are held and 0 sold"),
                            line(shop, "sale " + second + " closed, of 2 units 0 are held and 0 sold"),
                            line(shop, "ended"));
            assertThat(log.ofRequest(request)).extracting(Line::text).contains(line(shop, "ended"));
            assertThat(lines).extracting(Line::request).doesNotContain("");
            assertThat(lines.toString())
                    .doesNotContain(shop.host().id().toString(), shop.host().handle());
            assertThat(lines.toString()).doesNotContain(buyer.id().toString(), buyer.handle());
        }
    }

    @Test
    void tellNothingOfWhatDidNotHappen() {
        try (LogLines log = LogLines.of(SERVICE, Level.INFO)) {
            String room = api.liveRoom(host);
            api.post("/v1/rooms/" + room + "/start", host, Map.of());
            api.post("/v1/rooms/" + room + "/start", Person.named("other"), Map.of());
            assertThat(log.ofRoom(room)).extracting(Line::text).containsExactly("Room " + room + ": started");
        }
    }

    private static String line(Shop shop, String what) {
        return "Room " + shop.room() + ": " + what;
    }
}
