package io.pasar.live.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.pasar.live.RoomClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Plays one transcript against one room: a socket for everybody named in it, opened at their first line.
///
/// An answer is found by its `re`. Kept events must come to everybody in the order written, with none left out;
/// other events may come at any time, more than once, or merged.
final class Replay implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final String room;
    private final SocketDocument document;
    private final Bindings bindings;
    private final Map<String, Actor> actors = new LinkedHashMap<>();

    private static final class Actor {

        private final RoomClient client;
        private final Map<Long, String> sent = new HashMap<>();
        private int answersSeen;
        private int keptSeen;

        Actor(RoomClient client) {
            this.client = client;
        }
    }

    Replay(int port, String room, SocketDocument document, Bindings bindings) {
        this.port = port;
        this.room = room;
        this.document = document;
        this.bindings = bindings;
    }

    void play(JsonNode line) {
        Actor actor = actors.computeIfAbsent(line.path("who").asString(), _ -> new Actor(RoomClient.open(port, room)));
        if (line.has("send")) {
            send(actor, line);
        } else if (line.has("expect")) {
            expect(actor, line.path("expect"));
        } else if (line.has("text")) {
            actor.client.text(
                    line.path("text").asString().repeat(line.path("times").asInt(1)));
        } else if (line.has("bytes")) {
            actor.client.binary(new byte[line.path("bytes").asInt()]);
        } else if (line.has("cut")) {
            actor.client.cut();
        } else {
            assertThat(actor.client.closeCode()).isEqualTo(line.path("close").asInt(-1));
        }
    }

    /// Nothing was said beyond the transcript, and nothing the document does not describe.
    void requireNothingElse() {
        actors.forEach((who, actor) -> {
            List<JsonNode> frames = actor.client.frames();
            assertThat(frames.stream().filter(frame -> frame.has("re")))
                    .as("answers to " + who)
                    .hasSize(actor.answersSeen);
            assertThat(actor.client.kept()).as("kept events " + who + " got").hasSize(actor.keptSeen);
            frames.forEach(frame -> assertThat(objections(actor, frame))
                    .as(who + " got " + frame)
                    .isEmpty());
        });
    }

    @Override
    public void close() {
        actors.values().forEach(actor -> actor.client.close());
    }

    /// A line marked `"invalid":true` sends what the document must refuse too.
    private void send(Actor actor, JsonNode line) {
        JsonNode frame = bindings.filled(line.path("send"));
        boolean isInvalid = line.path("invalid").asBoolean(false);
        assertThat(document.objectionsToCommand(frame).isEmpty())
                .as("the document takes " + frame + " " + document.objectionsToCommand(frame))
                .isEqualTo(!isInvalid);
        actor.sent.put(frame.path("id").asLong(), frame.path("type").asString(""));
        actor.client.text(frame.toString());
    }

    private void expect(Actor actor, JsonNode expected) {
        if (expected.has("re")) {
            actor.answersSeen++;
            requireSame(expected, actor.client.answer(expected.path("re").asLong()));
        } else if (expected.has("seq")) {
            requireSame(expected, nextKept(actor));
        } else {
            actor.client.frame(frame -> !frame.has("re") && isSame(expected, frame));
        }
    }

    private JsonNode nextKept(Actor actor) {
        int index = actor.keptSeen++;
        await("kept event " + index + " after " + actor.client.kept())
                .atMost(PATIENCE)
                .until(() -> actor.client.kept().size() > index);
        return actor.client.kept().get(index);
    }

    private void requireSame(JsonNode expected, JsonNode actual) {
        bindings.difference(expected, actual).ifPresent(difference -> fail(difference + " in " + actual));
    }

    private boolean isSame(JsonNode expected, JsonNode frame) {
        return bindings.difference(expected, frame).isEmpty();
    }

    private List<String> objections(Actor actor, JsonNode frame) {
        return frame.has("re")
                ? Optional.ofNullable(actor.sent.get(frame.path("re").asLong()))
                        .map(type -> document.objectionsToAnswer(type, frame))
                        .orElseGet(() -> List.of("nobody asked"))
                : document.objectionsToEvent(frame);
    }
}
