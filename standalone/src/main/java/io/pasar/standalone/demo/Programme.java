package io.pasar.standalone.demo;

import static io.pasar.standalone.demo.ContractClient.body;

import io.pasar.standalone.demo.Cast.Creator;
import io.pasar.standalone.demo.ContractClient.Call;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Whose show it is, and who comes next. Creators are live in turn; the rooms of the next two are announced.
final class Programme {

    private static final int ANNOUNCED = 2;
    private static final String ROOM = "room";
    private static final String ENDING = "room that ends";
    private static final String TURN = "turn";

    private final Cast cast;
    private final People people;
    private final Notebook notebook;
    private final Clock clock;

    /// A room that is live.
    record LiveRoom(String id, Creator host, Instant startedAt) {}

    Programme(Cast cast, People people, Notebook notebook, Clock clock) {
        this.cast = cast;
        this.people = people;
        this.notebook = notebook;
        this.clock = clock;
    }

    /// Whose turn it is.
    Creator onTurn() {
        return creator(0);
    }

    /// The room of the creator whose turn it is, which goes live if it is not.
    LiveRoom room() {
        endLast();
        Person host = people.of(onTurn());
        String id = notebook.readOrWrite(ROOM, this::nextRoom);
        JsonNode room = host.call(Call.get("/live/v1/rooms/" + id));
        if (room.path("state").asString("").equals("scheduled")) {
            room = host.call(Call.post("/live/v1/rooms/" + id + "/start", Map.of()));
        }
        if (!room.path("state").asString("").equals("live")) {
            turn();
            return room();
        }
        return new LiveRoom(id, onTurn(), Instant.parse(room.path("startedAt").asString()));
    }

    /// Gives the turn to the next creator; the room that is live ends when theirs has begun.
    void turn() {
        notebook.read(ROOM).ifPresent(ended -> notebook.write(ENDING, onTurn().handle() + " " + ended));
        notebook.erase(ROOM);
        notebook.write(TURN, Integer.toString(turns() + 1));
    }

    /// Announces the rooms of those who come next. One whose time has passed while nobody was here is closed.
    void announce(LiveRoom live) {
        for (int place = 1; place <= ANNOUNCED; place++) {
            Creator next = creator(place);
            notebook.read(nextOf(next)).ifPresent(room -> closeIfMissed(next, room));
            Instant begins = DemoRules.beginning(live.startedAt(), place, clock.instant());
            int turn = turns() + place;
            notebook.readOrWrite(nextOf(next), () -> open(next, turn, begins));
        }
    }

    private void closeIfMissed(Creator host, String id) {
        JsonNode room = people.of(host).call(Call.get("/live/v1/rooms/" + id));
        boolean waits = room.path("state").asString("").equals("scheduled");
        if (waits
                && clock.instant().isBefore(Instant.parse(room.path("startsAt").asString()))) {
            return;
        }
        if (waits) {
            people.of(host).call(Call.post("/live/v1/rooms/" + id + "/start", Map.of()));
            people.of(host).call(Call.post("/live/v1/rooms/" + id + "/end", Map.of()));
        }
        notebook.erase(nextOf(host));
    }

    /// The room announced for the creator on turn, or else a new one.
    private String nextRoom() {
        String room = notebook.read(nextOf(onTurn())).orElseGet(() -> open(onTurn(), turns(), clock.instant()));
        notebook.erase(nextOf(onTurn()));
        return room;
    }

    private String open(Creator host, int turn, Instant startsAt) {
        String title =
                host.shows().get(turn / cast.creators().size() % host.shows().size());
        return people.of(host)
                .call(Call.post("/live/v1/rooms", body("title", title, "startsAt", startsAt.toString()))
                        .once("demo-room-" + UUID.randomUUID()))
                .path("id")
                .asString();
    }

    private void endLast() {
        notebook.read(ENDING).ifPresent(last -> {
            String[] hostAndRoom = last.split(" ", 2);
            cast.creators().stream()
                    .filter(creator -> creator.handle().equals(hostAndRoom[0]))
                    .forEach(host ->
                            people.of(host).call(Call.post("/live/v1/rooms/" + hostAndRoom[1] + "/end", Map.of())));
            notebook.erase(ENDING);
        });
    }

    private Creator creator(int places) {
        return cast.creators().get((turns() + places) % cast.creators().size());
    }

    private int turns() {
        return notebook.read(TURN).map(Integer::parseInt).orElse(0);
    }

    private static String nextOf(Creator creator) {
        return "next room of " + creator.handle();
    }
}
