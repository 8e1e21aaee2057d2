package io.pasar.content.copy;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.content.ContentApi;
import io.pasar.content.ContentApi.Event;
import io.pasar.content.ContentApi.Reply;
import io.pasar.content.RunsContentService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunsContentService
class CopyIT {

    @LocalServerPort
    private int port;

    private ContentApi api = ContentApi.asGuest(0);

    @BeforeEach
    void signIn() {
        api = ContentApi.asMember(port);
    }

    @Test
    void writesATitleInTheLanguageOfTheMarket() {
        Reply reply = api.copy(shirt("ID", "id", List.of("title", "bullets")));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode body = reply.body();
        assertThat(body.path("copy").path("title").asString())
                .isEqualTo("Kemeja Katun Biru Laut dengan Lengan Panjang");
        assertThat(body.path("copy").path("bullets").get(0).asString()).isEqualTo("Bahan: 100% katun");
        assertThat(body.path("model").path("provider").asString()).isEqualTo("builtin");
        assertThat(body.path("cached").asBoolean()).isFalse();
        assertThat(body.path("checks"))
                .isNotEmpty()
                .allMatch(check -> check.path("passed").asBoolean());
    }

    @Test
    void streamsEveryKindAndThenEverythingAboutIt() {
        List<Event> events = api.stream(shirt("SA", "ar", List.of("title", "description")));
        assertThat(events).extracting(Event::name).containsExactly("part", "part", "done");
        assertThat(events.getFirst().data().path("kind").asString()).isEqualTo("title");
        assertThat(events.getLast().data().path("model").path("provider").asString())
                .isEqualTo("builtin");
    }

    private static Map<String, Object> shirt(String market, String locale, List<String> kinds) {
        return Map.of(
                "product",
                Map.of("name", "Ocean Blue Shirt", "facts", List.of("100% cotton", "narrow collar", "long sleeves")),
                "market",
                market,
                "locale",
                locale,
                "kinds",
                kinds);
    }
}
