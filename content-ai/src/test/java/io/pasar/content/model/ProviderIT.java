package io.pasar.content.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.content.ContentApi;
import io.pasar.content.ContentApi.Reply;
import io.pasar.content.RunsContentService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// The same contract for each provider, spoken to in its own format by the whole service: a true answer is used and
/// its model named, a false one is not, and one that does not come is not waited for.
class ProviderIT {

    private static final FakeProvider FAKE = new FakeProvider();

    @Nested
    @TestPropertySource(properties = {"pasar.ai.provider=openai", "pasar.ai.base-url=${fake.address}/v1"})
    class OpenAi extends Contract {}

    @Nested
    @TestPropertySource(properties = {"pasar.ai.provider=ollama", "pasar.ai.base-url=${fake.address}"})
    class Ollama extends Contract {}

    @Nested
    @TestPropertySource(properties = {"pasar.ai.provider=anthropic", "pasar.ai.base-url=${fake.address}"})
    class Anthropic extends Contract {}

    @Nested
    @TestPropertySource(
            properties = {
                "pasar.ai.provider=openai",
                "pasar.ai.base-url=${fake.address}/v1",
                "pasar.ai.model=lonely-model",
                "pasar.ai.api-key=test-key",
                "pasar.ai.first-token-timeout=3s",
                "pasar.ai.fallback=false"
            })
    @RunsContentService
    class WithoutFallback {

        @LocalServerPort
        private int port;

        @DynamicPropertySource
        static void address(DynamicPropertyRegistry registry) {
            registry.add("fake.address", FAKE::address);
        }

        @Test
        void refusesAnAnswerWithAnInventedNumber() {
            FAKE.says("Tamsin Shirt", "{\"title\":\"Tamsin shirt that lasts 12 years\"}");
            Reply reply = ContentApi.asMember(port).copy(shirt("Tamsin Shirt"));
            assertThat(reply.status()).as(reply.text()).isEqualTo(422);
            assertThat(reply.body().path("type").asString()).isEqualTo("/problems/copy-refused");
            assertThat(reply.text()).contains("The number 12 is in no fact");
        }

        @Test
        void saysThatTheModelIsOutWhenItStalls() {
            Reply reply = ContentApi.asMember(port).copy(shirt("Ulrika Shirt"));
            assertThat(reply.status()).as(reply.text()).isEqualTo(503);
            assertThat(reply.body().path("type").asString()).isEqualTo("/problems/model-unavailable");
            assertThat(reply.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @TestPropertySource(
            properties = {
                "pasar.ai.model=test-model",
                "pasar.ai.api-key=test-key",
                "pasar.ai.first-token-timeout=3s",
                "pasar.ai.attempts=2"
            })
    @RunsContentService
    abstract static class Contract {

        private static final String BUILTIN = "builtin/pasar-composer-1";

        @LocalServerPort
        private int port;

        @Autowired
        private Environment settings;

        @DynamicPropertySource
        static void address(DynamicPropertyRegistry registry) {
            registry.add("fake.address", FAKE::address);
        }

        @Test
        void usesATrueAnswerAndNamesItsModel() {
            FAKE.says("Zorita Shirt", "Here you are: {\"title\":\"Zorita shirt in soft cotton\"}");
            JsonNode body = copy("Zorita Shirt");
            assertThat(body.path("copy").path("title").asString()).isEqualTo("Zorita shirt in soft cotton");
            assertThat(body.path("model").path("provider").asString()).isEqualTo(provider());
            assertThat(body.path("model").path("name").asString()).isEqualTo("test-model");
            assertThat(writer(body)).isEqualTo(provider() + "/test-model");
            assertThat(fallback(body)).isEmpty();
        }

        @Test
        void sendsTheBriefTheModelAndTheKey() {
            FAKE.says("Xenia Shirt", "{\"title\":\"Xenia shirt in cotton\"}");
            copy("Xenia Shirt");
            assertThat(FAKE.calls("Xenia Shirt")).anySatisfy(call -> {
                assertThat(call.body()).contains("test-model", "<brief>", "[[percent1]]");
                assertThat(call.key()).isEqualTo(provider().equals("ollama") ? "" : "test-key");
            });
        }

        @Test
        void takesTheBuiltInModelForAnAnswerWithAnInventedNumber() {
            FAKE.says("Bexley Shirt", "{\"title\":\"Bexley shirt that lasts 12 years\"}");
            int before = FAKE.calls("Bexley Shirt").size();
            JsonNode body = copy("Bexley Shirt");
            assertThat(body.path("copy").path("title").asString()).isNotBlank().doesNotContain("12");
            assertThat(writer(body)).isEqualTo(BUILTIN);
            assertThat(fallback(body)).isEqualTo("refused");
            assertThat(FAKE.calls("Bexley Shirt").size() - before).isEqualTo(2);
        }

        @Test
        void waitsNoLongerThanAllowedForAProviderThatStalls() {
            JsonNode body = copy("Quimby Shirt");
            assertThat(FAKE.calls("Quimby Shirt")).isNotEmpty();
            assertThat(writer(body)).isEqualTo(BUILTIN);
            assertThat(fallback(body)).isEqualTo("stalled");
        }

        @ParameterizedTest
        @CsvSource({"Wanda Shirt, 503, broken, 2", "Yvette Shirt, 429, busy, 2", "Violet Shirt, 401, refused, 1"})
        void takesTheBuiltInModelWhenTheProviderFails(String product, int status, String reason, int attempts) {
            FAKE.fails(product, status);
            int before = FAKE.calls(product).size();
            JsonNode body = copy(product);
            assertThat(writer(body)).isEqualTo(BUILTIN);
            assertThat(fallback(body)).isEqualTo(reason);
            assertThat(FAKE.calls(product).size() - before).isEqualTo(attempts);
        }

        private JsonNode copy(String product) {
            Reply reply = ContentApi.asMember(port).copy(shirt(product));
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            return reply.body();
        }

        private String provider() {
            return settings.getRequiredProperty("pasar.ai.provider");
        }

        private static String writer(JsonNode body) {
            return body.path("model").path("writers").path("title").asString();
        }

        private static String fallback(JsonNode body) {
            return body.path("model").path("fallback").asString();
        }
    }

    private static Map<String, Object> shirt(String product) {
        return Map.of(
                "product",
                Map.of("name", product, "facts", List.of("100% cotton", "long sleeves")),
                "market",
                "US",
                "locale",
                "en",
                "kinds",
                List.of("title"));
    }
}
