package io.pasar.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pasar.kernel.event.DomainEvent;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Events as text and back.
class EventCodecTest {

    record Told(String what, int times) implements DomainEvent {

        @Override
        public String type() {
            return "pasar.test.told.v1";
        }

        @Override
        public String subject() {
            return what;
        }
    }

    private final EventCodec codec = new EventCodec(JsonMapper.builder().build());

    @Test
    void readsWhatItWrote() {
        Map<String, String> attributes = attributes();
        attributes.put("data", codec.write(new Told("a \"story\"\n说", 3)));
        assertThat(codec.read(attributes, Told.class))
                .isInstanceOfSatisfying(
                        ReadEvent.Legible.class,
                        read -> assertThat(read.event().data()).isEqualTo(new Told("a \"story\"\n说", 3)));
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        Map<String, String> attributes = attributes();
        attributes.put("data", "{\"what\":\"x\",\"times\":1,\"mood\":\"new\"}");
        assertThat(codec.read(attributes, Told.class)).isInstanceOf(ReadEvent.Legible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"what\":{},\"times\":1}", "{\"what\":\"x\",\"times\":\"many\"}"})
    void saysWhatIsWrongWithDataItCannotRead(String data) {
        Map<String, String> attributes = attributes();
        attributes.put("data", data);
        assertThat(codec.read(attributes, Told.class))
                .isInstanceOfSatisfying(
                        ReadEvent.Illegible.class,
                        read -> assertThat(read.reason()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "type", "subject", "time", "data"})
    void missesNoAttribute(String name) {
        Map<String, String> attributes = attributes();
        attributes.remove(name);
        assertThat(codec.read(attributes, Told.class))
                .isInstanceOfSatisfying(
                        ReadEvent.Illegible.class,
                        read -> assertThat(read.reason()).isEqualTo("attribute " + name + " is missing"));
    }

    @Test
    void refusesIdsAndTimesThatAreNone() {
        Map<String, String> noId = attributes();
        noId.put("id", "1-1-1-1-1");
        assertThat(codec.read(noId, Told.class)).isInstanceOf(ReadEvent.Illegible.class);
        Map<String, String> noTime = attributes();
        noTime.put("time", "yesterday");
        assertThat(codec.read(noTime, Told.class)).isInstanceOf(ReadEvent.Illegible.class);
    }

    @Test
    void refusesToWriteMoreThanAnEventMayCarry() {
        String longest = "x".repeat(EventCodec.DATA_CHARACTERS_MAX - "{\"what\":\"\",\"times\":1}".length());
        assertThat(codec.write(new Told(longest, 1))).hasSize(EventCodec.DATA_CHARACTERS_MAX);
        assertThatIllegalArgumentException().isThrownBy(() -> codec.write(new Told(longest + "x", 1)));
    }

    private static Map<String, String> attributes() {
        return new HashMap<>(Map.of(
                "id", "0190a1b2-0000-7000-8000-000000000001",
                "source", "/test",
                "type", "pasar.test.told.v1",
                "subject", "x",
                "time", "2026-11-22T10:00:00Z",
                "data", "{\"what\":\"x\",\"times\":1}"));
    }
}
