package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.pasar.embedded.PostgresServer;
import io.pasar.embedded.RedisServer;
import io.pasar.live.LiveApi;
import io.pasar.live.LiveApi.Person;
import io.pasar.live.LiveNode;
import io.pasar.live.LiveProcess;
import io.pasar.live.RoomClient;
import io.pasar.live.Shop;
import io.pasar.test.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// Rooms whose clients come and go, whose Redis forgets everything and whose service goes away, on servers of
/// their own.
class RoomSurvivalIT {

    private static final int ATTENDEES = 6;
    private static final int SPEAKERS = 5;
    private static final int VISITS = 8;
    private static final int DRAINING = 4503;
    private static final int POSITION_LOST = 4510;

    private static PostgresServer postgres;
    private static RedisServer redis;
    private static ConfigurableApplicationContext service;

    private final Person host = Person.named("hana");
    private final Map<Long, String> said = new ConcurrentHashMap<>();
    private final AtomicInteger visiting = new AtomicInteger();
    private String room;

    @BeforeAll
    static void startServers() {
        postgres = TestServers.postgres();
        redis = TestServers.redis();
        service = start();
    }

    @AfterAll
    static void stop() {
        service.close();
        redis.stop();
        postgres.stop();
    }

    @BeforeEach
    void openRoom() {
        room = new LiveApi(port()).liveRoom(host);
    }

    @Test
    void givesEveryoneTheSameEventsWhateverConnectionsEndWhileOthersSpeak() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        List<Attendee> attendees = attendees();
        attendees.forEach(attendee -> attendee.come(port()));
        Stream<Callable<Boolean>> speaking =
                IntStream.range(0, SPEAKERS).mapToObj(number -> () -> speak("speaker" + number));
        Stream<Callable<Boolean>> coming = IntStream.range(0, ATTENDEES)
                .mapToObj(number -> () -> comeAndGo(attendees.get(number), new Random(seed + number)));
        visiting.set(ATTENDEES);
        Shop.together(Stream.concat(speaking, coming).toList());
        attendees.forEach(attendee -> attendee.comeBack(port()));
        attendees.forEach(Attendee::leave);
        Attendee.agree(attendees);
        System.out.println(said.size() + " messages heard by each of " + ATTENDEES);
        assertThat(said).hasSizeGreaterThan(VISITS);
        assertThat(attendees)
                .allSatisfy(attendee -> assertThat(attendee.said()).containsExactlyInAnyOrderEntriesOf(said));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void beginsANewEpochWhenRedisForgetsAndEveryoneRecoversByASnapshot(boolean somebodySpeaks) {
        List<Attendee> attendees = attendees();
        attendees.forEach(attendee -> attendee.come(port()));
        Person speaker = Person.named("vito");
        RoomClient mouth = RoomClient.join(port(), room, speaker.token());
        mouth.ask("chat.send", Map.of("text", "before"));
        attendees.forEach(attendee -> attendee.listenFor("before"));
        String lost = attendees.getFirst().epoch();

        forgetEverything();
        if (somebodySpeaks) {
            mouth.say("chat.send", Map.of("text", "after"));
        }
        for (Attendee attendee : attendees) {
            assertThat(attendee.client().closeCode()).isEqualTo(POSITION_LOST);
            attendee.leave();
            JsonNode joined = attendee.come(port());
            assertThat(joined.path("recovered").asBoolean()).isFalse();
            assertThat(joined.path("epoch").asString()).isNotEqualTo(lost);
            assertThat(joined.path("snapshot").path("room").path("state").asString())
                    .isEqualTo("live");
        }
        try (RoomClient again = RoomClient.join(port(), room, speaker.token())) {
            again.ask("chat.send", Map.of("text", "end"));
            attendees.forEach(attendee -> attendee.listenFor("end"));
        }
        attendees.forEach(Attendee::leave);
        Attendee.agree(attendees);
        assertThat(attendees)
                .allSatisfy(attendee -> assertThat(attendee.texts())
                        .isEqualTo(somebodySpeaks ? List.of("before", "after", "end") : List.of("before", "end")));
    }

    @Test
    void saysByeToEveryoneAtItsEndAndTheyResumeWhereTheyWere() {
        List<Attendee> attendees = attendees();
        List<Attendee> staying = attendees.subList(1, attendees.size());
        try (ConfigurableApplicationContext ending = start()) {
            attendees.forEach(attendee -> attendee.come(LiveNode.port(ending)));
            RoomClient mouth = RoomClient.join(LiveNode.port(ending), room, host.token());
            mouth.ask("chat.send", Map.of("text", "one"));
            attendees.forEach(attendee -> attendee.listenFor("one"));
            attendees.getFirst().leave();
            mouth.ask("chat.send", Map.of("text", "two"));
            staying.forEach(attendee -> attendee.listenFor("two"));
        }
        assertThat(staying.stream().map(RoomSurvivalIT::retryAfter).distinct())
                .as("reconnects are spread")
                .hasSizeGreaterThan(1)
                .allMatch(delay -> delay >= 200 && delay <= 5_000);
        assertThat(staying).allMatch(attendee -> attendee.client().closeCode() == DRAINING);
        staying.forEach(Attendee::leave);
        try (ConfigurableApplicationContext heir = start()) {
            attendees.forEach(attendee -> attendee.comeBack(LiveNode.port(heir)));
            RoomClient.join(LiveNode.port(heir), room, host.token()).ask("chat.send", Map.of("text", "three"));
            attendees.forEach(attendee -> attendee.listenFor("three"));
            attendees.forEach(Attendee::leave);
        }
        Attendee.agree(attendees);
        assertThat(attendees)
                .allSatisfy(attendee -> assertThat(attendee.texts()).containsExactly("one", "two", "three"));
    }

    private List<Attendee> attendees() {
        return IntStream.range(0, ATTENDEES)
                .mapToObj(number -> new Attendee(
                        room,
                        number % 2 == 0 ? null : Person.named("guest" + number).token()))
                .toList();
    }

    /// Says one thing after the other for as long as somebody comes and goes.
    private boolean speak(String handle) {
        try (RoomClient mouth =
                RoomClient.join(port(), room, Person.named(handle).token())) {
            for (int number = 0; visiting.get() > 0; number++) {
                String text = handle + " says " + number;
                JsonNode answer = mouth.ask("chat.send", Map.of("text", text));
                assertThat(answer.has("error")).as("%s", answer).isFalse();
                said.put(answer.path("data").path("seq").asLong(), text);
            }
        }
        return true;
    }

    /// Leaves in the middle of the talk; some visits end before anything was heard.
    private boolean comeAndGo(Attendee attendee, Random random) {
        try {
            for (int visit = 0; visit < VISITS; visit++) {
                attendee.listen(random.nextInt(5));
                attendee.leave();
                attendee.comeBack(port());
            }
            attendee.leave();
            return true;
        } finally {
            visiting.decrementAndGet();
        }
    }

    private static long retryAfter(Attendee attendee) {
        JsonNode bye = attendee.client().event("bye").path("data");
        assertThat(bye.path("code").asInt()).isEqualTo(DRAINING);
        return bye.path("retryAfterMs").asLong();
    }

    private static void forgetEverything() {
        try (RedisClient client = RedisClient.create(redis.url());
                StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().flushall();
        }
    }

    private static ConfigurableApplicationContext start() {
        List<String> settings = new ArrayList<>(LiveProcess.settings(postgres.url(), redis.url()));
        settings.add("--pasar.limits.chat-send.burst=100000");
        return LiveNode.start(settings);
    }

    private static int port() {
        return LiveNode.port(service);
    }
}
