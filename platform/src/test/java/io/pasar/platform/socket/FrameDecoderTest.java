package io.pasar.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.platform.json.PlatformJson;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.socket.DecodedFrame.Broken;
import io.pasar.platform.socket.DecodedFrame.Refused;
import io.pasar.platform.socket.DecodedFrame.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {

    private final FrameDecoder decoder = new FrameDecoder(PlatformJson.mapper());

    @Test
    void readsACommandWithEverything() {
        DecodedFrame frame =
                decoder.decode("{\"id\":4294967295,\"type\":\"chat.send\",\"data\":{\"text\":\"x\"},\"key\":\"k-1\"}");
        assertThat(frame).isInstanceOfSatisfying(Taken.class, taken -> {
            assertThat(taken.command().id()).isEqualTo(4_294_967_295L);
            assertThat(taken.command().type()).isEqualTo("chat.send");
            assertThat(taken.command().data().path("text").asString()).isEqualTo("x");
            assertThat(taken.command().key()).isEqualTo("k-1");
        });
    }

    @Test
    void takesMissingDataForAnEmptyObjectAndIgnoresUnknownFields() {
        assertThat(decoder.decode("{\"id\":0,\"type\":\"ping\",\"later\":[1]}"))
                .isInstanceOfSatisfying(
                        Taken.class, taken -> assertThat(taken.command().data()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{\"id\":1,\"type\":\"ping\"} {}",
                "{\"id\":1,\"id\":2,\"type\":\"ping\"}",
                "{\"type\":\"ping\"}",
                "{\"id\":-1,\"type\":\"ping\"}",
                "{\"id\":4294967296,\"type\":\"ping\"}",
                "{\"id\":1.5,\"type\":\"ping\"}",
                "{\"id\":1e3,\"type\":\"ping\"}",
                "{\"id\":\"1\",\"type\":\"ping\"}",
                "{\"id\":99999999999999999999,\"type\":\"ping\"}",
                "{\"id\":1,\"type\":\"ping\",}",
                "{'id':1}"
            })
    void callsAFrameBrokenThatCannotBeAnswered(String text) {
        assertThat(decoder.decode(text)).isEqualTo(new Broken());
    }

    @Test
    void callsAFrameBrokenThatNestsTooDeep() {
        assertThat(decoder.decode("{\"id\":1,\"data\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"))
                .isEqualTo(new Broken());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":1} | /type",
                "{\"id\":1,\"type\":7} | /type",
                "{\"id\":1,\"type\":\"\"} | /type",
                "{\"id\":1,\"type\":\"a b\"} | /type",
                "{\"id\":1,\"type\":\"ping\",\"data\":[]} | /data",
                "{\"id\":1,\"type\":\"ping\",\"data\":\"x\"} | /data",
                "{\"id\":1,\"type\":\"ping\",\"key\":7} | /key",
                "{\"id\":1,\"type\":\"ping\",\"key\":\"\"} | /key",
                "{\"id\":1,\"type\":\"ping\",\"key\":\"käse\"} | /key"
            })
    void refusesTheRestWithAPointer(String text, String pointer) {
        assertThat(decoder.decode(text))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().errors())
                                .extracting(InputError::pointer)
                                .containsExactly(pointer));
    }
}
