package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.RoomClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Somebody in a room who comes back with their position whenever the connection has ended, and keeps a
/// transcript of every kept event as it was received.
final class Attendee {

    private final String room;
    private final @Nullable String token;
    private final List<Heard> transcript = new ArrayList<>();
    private @Nullable RoomClient client;
    private String epoch = "";
    private long seq;

    /// One kept event as one client received it.
    record Heard(String epoch, long seq, JsonNode event) {

        String text() {
            return event.path("data").path("text").asString("");
        }
    }

    /// @param token null for a guest
    Attendee(String room, @Nullable String token) {
        this.room = room;
        this.token = token;
    }

    /// Connects and joins, from the last known position if there is one.
    ///
    /// @return the answer to `room.join`
    JsonNode come(int port) {
        RoomClient opened = RoomClient.open(port, room);
        client = opened;
        opened.hello(token);
        Map<String, Object> data = epoch.isEmpty() ? Map.of() : Map.of("since", Map.of("epoch", epoch, "seq", seq));
        JsonNode joined = opened.ask("room.join", data).path("data");
        epoch = joined.path("epoch").asString();
        joined.path("events").forEach(this::hear);
        seq = joined.path("seq").asLong();
        return joined;
    }

    /// The same, where all that was missed must come.
    void comeBack(int port) {
        assertThat(come(port).path("recovered").asBoolean()).isTrue();
    }

    RoomClient client() {
        return Objects.requireNonNull(client, "not in the room");
    }

    /// Listens until so many more kept events have come live.
    void listen(int more) {
        if (more > 0) {
            long wanted = seq + more;
            client().frame(frame -> frame.path("seq").asLong(-1) >= wanted);
        }
    }

    /// Listens until an event with this text has come live.
    void listenFor(String text) {
        client().frame(frame -> frame.path("data").path("text").asString("").equals(text));
    }

    /// The connection is cut without a word. What has not been received by now will be asked for.
    void leave() {
        RoomClient leaving = client();
        leaving.cut();
        leaving.kept().forEach(this::hear);
        client = null;
    }

    List<Heard> transcript() {
        return transcript;
    }

    /// What was said, by the numbers of the latest epoch.
    Map<Long, String> said() {
        return transcript.stream()
                .filter(heard -> heard.epoch().equals(epoch))
                .filter(heard -> heard.event().path("type").asString().equals("chat.message"))
                .collect(Collectors.toMap(Heard::seq, Heard::text));
    }

    /// What was said, in the order in which it was received.
    List<String> texts() {
        return transcript.stream()
                .filter(heard -> heard.event().path("type").asString().equals("chat.message"))
                .map(Heard::text)
                .toList();
    }

    String epoch() {
        return epoch;
    }

    private void hear(JsonNode event) {
        seq = event.path("seq").asLong();
        transcript.add(new Heard(epoch, seq, event));
    }

    /// Every transcript has each number once and in order, without a gap; and one number is one event for
    /// everybody.
    static void agree(List<Attendee> attendees) {
        Map<String, JsonNode> events = new HashMap<>();
        for (Attendee attendee : attendees) {
            Heard before = null;
            for (Heard heard : attendee.transcript()) {
                if (before != null && before.epoch().equals(heard.epoch())) {
                    assertThat(heard.seq()).as("what follows %s", before).isEqualTo(before.seq() + 1);
                }
                JsonNode known = events.putIfAbsent(heard.epoch() + ' ' + heard.seq(), heard.event());
                assertThat(heard.event()).isEqualTo(known == null ? heard.event() : known);
                before = heard;
            }
        }
    }
}
