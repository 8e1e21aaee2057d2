package io.pasar.live.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.live.LiveApi.Person;
import io.pasar.live.RoomClient;
import io.pasar.live.Shop;
import io.pasar.live.UsesLiveService;
import io.pasar.live.connection.RoomCommandHandler;
import io.pasar.platform.json.PlatformJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

@UsesLiveService
class TranscriptsIT {

    private static final JsonMapper JSON = PlatformJson.mapper();
    private static final Set<String> OF_THE_CONNECTION = Set.of("hello", "ping", "room.join", "room.sync");

    @LocalServerPort
    private int port;

    @Autowired
    private List<RoomCommandHandler> handlers;

    private final SocketDocument document = SocketDocument.read();

    static List<String> transcripts() throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver().getResources("classpath*:live/api/transcripts/*.jsonl");
        return Arrays.stream(found).map(Resource::getFilename).sorted().toList();
    }

    @Test
    void findsTheTranscripts() throws IOException {
        assertThat(transcripts()).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void goesAsTheTranscriptSays(String name) throws IOException {
        Shop shop = startedShop();
        try (Replay replay = new Replay(port, shop.room(), document, cast(shop))) {
            List<JsonNode> lines = lines(name);
            for (int i = 0; i < lines.size(); i++) {
                play(replay, name + ":" + (i + 1), lines.get(i));
            }
            replay.requireNothingElse();
        }
    }

    @Test
    void documentsEveryCommandAndNoOther() {
        Set<String> expected = new TreeSet<>(OF_THE_CONNECTION);
        handlers.forEach(handler -> expected.add(handler.type()));
        expected.addAll(document.commandsToCome());
        assertThat(document.commands()).isEqualTo(expected);
    }

    @Test
    void answersTheCommandsToComeSo() {
        Shop shop = Shop.open(port);
        try (RoomClient host = RoomClient.join(port, shop.room(), shop.host().token())) {
            assertThat(document.commandsToCome()).isNotEmpty().allSatisfy(type -> {
                JsonNode answer = host.ask(type, Map.of());
                assertThat(answer.path("error").path("type").asString("")).isEqualTo("/problems/not-built-yet");
                assertThat(document.objectionsToAnswer(type, answer)).isEmpty();
            });
        }
    }

    /// A shop whose room's log says already that it is live, so that every transcript begins at seq 1.
    private Shop startedShop() {
        Shop shop = Shop.open(port);
        try (RoomClient early = RoomClient.open(port, shop.room())) {
            early.hello(null);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> early.ask("room.join", Map.of())
                                    .path("data")
                                    .path("seq")
                                    .asLong()
                            == 1);
        }
        return shop;
    }

    private static Bindings cast(Shop shop) {
        Bindings cast = new Bindings();
        List.of(shop.host(), Person.named("vito"), Person.named("otto")).forEach(person -> bind(cast, person));
        cast.bind("room", StringNode.valueOf(shop.room()));
        cast.bind("product", StringNode.valueOf(shop.productId()));
        cast.bind("sku", StringNode.valueOf(shop.sku()));
        return cast;
    }

    private static void bind(Bindings cast, Person person) {
        cast.bind(person.handle(), StringNode.valueOf(person.id().toString()));
        cast.bind(person.handle() + "Token", StringNode.valueOf(person.token()));
    }

    private static void play(Replay replay, String where, JsonNode line) {
        try {
            replay.play(line);
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(where + " " + line + "\n" + failure.getMessage(), failure);
        }
    }

    private static List<JsonNode> lines(String name) throws IOException {
        Resource transcript =
                new PathMatchingResourcePatternResolver().getResource("classpath:live/api/transcripts/" + name);
        return transcript
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }
}
