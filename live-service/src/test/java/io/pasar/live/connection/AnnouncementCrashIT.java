package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.embedded.PostgresServer;
import io.pasar.embedded.RedisServer;
import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.LiveProcess;
import io.pasar.live.RoomClient;
import io.pasar.test.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What was announced with a commit reaches the room once, although the process that committed it died before,
/// or while, it told anybody.
class AnnouncementCrashIT {

    private static final int SOME = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Person host = Person.named("hana");
    /// When each change of the stage was made, as its answer said: no two are alike.
    private final List<String> staged = new CopyOnWriteArrayList<>();

    private PostgresServer postgres;
    private RedisServer redis;
    private String room = "";
    private String product = "";
    private String epoch = "";

    @BeforeEach
    void startServers() {
        postgres = TestServers.postgres();
        redis = TestServers.redis();
    }

    @AfterEach
    void stopServers() {
        redis.stop();
        postgres.stop();
    }

    @Test
    void announcesOnceWhatWasCommittedByAProcessThatDiedBeforeItCouldPublish() throws Exception {
        try (LiveProcess doomed = start()) {
            openRoom(doomed.port());
            staged.add(stage(doomed.port()));
            await().atMost(PATIENCE).until(() -> announced(doomed.port()).equals(staged));
            redis.kill();
            staged.add(stage(doomed.port()));
            doomed.kill();
        }
        redis.start();
        try (LiveProcess heir = start()) {
            staged.add(stage(heir.port()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(announced(heir.port())).isEqualTo(staged));
        }
    }

    @Test
    void announcesEachChangeOnceAndInOrderWhateverMomentTheProcessDies() throws Exception {
        try (LiveProcess doomed = start()) {
            openRoom(doomed.port());
            CompletableFuture<Void> staging = CompletableFuture.runAsync(() -> stageUntilItDies(doomed.port()));
            await().atMost(PATIENCE).until(() -> staged.size() > SOME);
            doomed.kill();
            staging.join();
        }
        try (LiveProcess heir = start()) {
            String last = stage(heir.port());
            staged.add(last);
            await().atMost(PATIENCE).until(() -> announced(heir.port()).contains(last));
            assertThat(announced(heir.port()))
                    .containsSubsequence(staged)
                    .doesNotHaveDuplicates()
                    .as("at most the one change whose answer never came besides")
                    .hasSizeBetween(staged.size(), staged.size() + 1);
        }
    }

    private LiveProcess start() throws IOException {
        return LiveProcess.start(LiveProcess.settings(postgres.url(), redis.url()));
    }

    private void openRoom(int port) {
        LiveApi api = new LiveApi(port);
        room = api.liveRoom(host);
        product = api.post("/v1/products", host, Map.of("title", "Lamp"))
                .body()
                .path("id")
                .asString();
        epoch = join(port, Map.of()).path("epoch").asString();
    }

    private void stageUntilItDies(int port) {
        try {
            while (true) {
                staged.add(stage(port));
            }
        } catch (UncheckedIOException died) {
            assertThat(staged).isNotEmpty();
        }
    }

    private String stage(int port) {
        JsonNode view = new LiveApi(port)
                .put("/v1/rooms/" + room + "/stage", host, Map.of("productId", product))
                .body();
        assertThat(view.path("setAt").isString()).as(view.toString()).isTrue();
        return view.path("setAt").asString();
    }

    /// The changes in the room's log, from its beginning.
    private List<String> announced(int port) {
        JsonNode joined = join(port, Map.of("since", Map.of("epoch", epoch, "seq", 0)));
        assertThat(joined.path("recovered").asBoolean()).isTrue();
        return joined.path("events")
                .valueStream()
                .filter(event -> event.path("type").asString().equals("stage"))
                .map(event -> event.path("data").path("setAt").asString())
                .toList();
    }

    private JsonNode join(int port, Map<String, ?> data) {
        try (RoomClient guest = RoomClient.open(port, room)) {
            guest.hello(null);
            return guest.ask("room.join", data).path("data");
        }
    }
}
