package io.pasar.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.money.Money;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How values look on the wire, and which ones are refused there.
class PlatformJsonTest {

    private static final JsonMapper JSON = PlatformJson.mapper();
    private static final UUID ID = UUID.fromString("0190b0c0-7a3c-7cc1-8d3e-2f6a5b4c3d2e");

    enum State {
        PENDING_PAYMENT,
        PAID
    }

    record Thing(
            @Nullable State state,
            @Nullable String text,
            @Nullable Integer whole,
            @Nullable Double ratio,
            @Nullable Boolean open,
            @Nullable Instant at,
            @Nullable Money price,
            @Nullable RoomId room) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tolerant(String text) {}

    @Test
    void writesMoneyIdsTimesAndStatesAsTheContractSays() {
        Thing thing = new Thing(
                State.PENDING_PAYMENT,
                "t",
                1,
                0.5,
                true,
                Instant.parse("2026-11-11T20:00:00Z"),
                Money.of("19.9", "EUR"),
                new RoomId(ID));
        assertThat(JSON.writeValueAsString(thing)).isEqualTo("""
                        {"state":"pendingPayment","text":"t","whole":1,"ratio":0.5,"open":true,\
                        "at":"2026-11-11T20:00:00Z","price":{"amount":"19.90","currency":"EUR"},\
                        "room":"0190b0c0-7a3c-7cc1-8d3e-2f6a5b4c3d2e"}""");
    }

    @Test
    void readsBackWhatItWrites() {
        Thing thing = new Thing(
                State.PAID,
                "ü😀",
                -3,
                1e300,
                false,
                Instant.parse("2026-01-01T00:00:00.123456Z"),
                Money.of("-1.250", "KWD"),
                new RoomId(ID));
        assertThat(JSON.readValue(JSON.writeValueAsString(thing), Thing.class)).isEqualTo(thing);
    }

    @Test
    void readsIdsAsKeysOfMaps() {
        Map<MemberId, Integer> counts =
                JSON.readValue("{\"" + ID + "\":2}", new TypeReference<Map<MemberId, Integer>>() {});
        assertThat(counts).containsExactly(Map.entry(new MemberId(ID), 2));
        assertThat(JSON.writeValueAsString(counts)).isEqualTo("{\"" + ID + "\":2}");
        refuses(() -> JSON.readValue("{\"x\":2}", new TypeReference<Map<MemberId, Integer>>() {}));
    }

    @Test
    void writesPagesAndCursors() {
        assertThat(JSON.writeValueAsString(new Page<>(List.of(1), null))).isEqualTo("{\"items\":[1],\"next\":null}");
        assertThat(JSON.writeValueAsString(new Cursor(ID))).isEqualTo("\"" + new Cursor(ID).opaque() + "\"");
    }

    @Test
    void readsTimesWithAnyOffset() {
        assertThat(thing("\"at\":\"2026-11-11T20:00:00+07:00\"").at()).isEqualTo("2026-11-11T13:00:00Z");
    }

    @Test
    void toleratesUnknownFieldsOnlyWhereARecordSaysSo() {
        assertThat(JSON.readValue("{\"text\":\"t\",\"more\":1}", Tolerant.class))
                .isEqualTo(new Tolerant("t"));
        refusesThing("\"more\":1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"whole\":1.0",
                "\"whole\":1e2",
                "\"whole\":\"1\"",
                "\"whole\":true",
                "\"whole\":1000000000000",
                "\"whole\":-0.5",
                "\"whole\":1e400",
                "\"whole\":[1]",
                "\"whole\":\"\"",
                "\"text\":1",
                "\"text\":1.5",
                "\"text\":true",
                "\"text\":{}",
                "\"text\":[\"a\"]",
                "\"ratio\":1e400",
                "\"ratio\":-1e400",
                "\"ratio\":\"NaN\"",
                "\"ratio\":NaN",
                "\"ratio\":\"1\"",
                "\"open\":1",
                "\"open\":\"true\"",
                "\"open\":\"\"",
                "\"open\":0.0",
                "\"state\":0",
                "\"state\":\"PAID\"",
                "\"state\":\"Paid\"",
                "\"state\":\"\"",
                "\"state\":\"refunded\"",
                "\"at\":1700000000",
                "\"at\":1.5",
                "\"at\":\"2026-11-11\"",
                "\"at\":\"2026-11-11T20:00:00\"",
                "\"at\":\"2026-02-30T20:00:00Z\"",
                "\"at\":\"+12026-01-01T00:00:00Z\"",
                "\"at\":\"\"",
                "\"at\":\"2026-11-11T20:00:00Z[UTC]\"",
                "\"at\":\"2026-11-11T25:00:00Z\"",
                "\"room\":\"1-1-1-1-1\"",
                "\"room\":\"\"",
                "\"room\":7",
                "\"room\":{\"value\":\"x\"}",
                "\"price\":\"19.90\"",
                "\"price\":19.9",
                "\"price\":{}",
                "\"price\":{\"amount\":\"1\"}",
                "\"price\":{\"currency\":\"EUR\"}",
                "\"price\":{\"amount\":1,\"currency\":\"EUR\"}",
                "\"price\":{\"amount\":\"1.5\",\"currency\":\"JPY\"}",
                "\"price\":{\"amount\":\"1.2345\",\"currency\":\"KWD\"}",
                "\"price\":{\"amount\":\"1\",\"currency\":\"ZZZ\"}",
                "\"price\":{\"amount\":\"1\",\"currency\":\"XXX\"}",
                "\"price\":{\"amount\":\"1\",\"currency\":\"eur\"}",
                "\"price\":{\"amount\":\"1e3\",\"currency\":\"EUR\"}",
                "\"price\":{\"amount\":\"١\",\"currency\":\"EUR\"}",
                "\"price\":{\"amount\":\"1000000000001\",\"currency\":\"EUR\"}",
                "\"price\":{\"amount\":\"1\",\"currency\":\"EUR\",\"minor\":1}",
                "\"price\":{\"amount\":\"1\",\"amount\":\"2\",\"currency\":\"EUR\"}",
                "\"text\":\"a\",\"text\":\"b\"",
                "\"text\":\"a\"} {",
                "\"text\":'a'",
                "\"text\":\"\n\"",
                "// no\n\"text\":\"a\""
            })
    void refusesWhatIsNoValueOfTheType(String field) {
        refusesThing(field);
    }

    @Test
    void refusesDocumentsDeeperThanTheLimit() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        refuses(() -> JSON.readValue(deep, JsonNode.class));
        String allowed = "[".repeat(PlatformJson.DEPTH_MAX) + "]".repeat(PlatformJson.DEPTH_MAX);
        assertThat(JSON.readValue(allowed, JsonNode.class).isArray()).isTrue();
    }

    @Test
    void refusesDuplicateNamesInTreesToo() {
        refuses(() -> JSON.readValue("{\"a\":1,\"a\":2}", JsonNode.class));
    }

    @Test
    void refusesInvalidUtf8() {
        byte[] latin1 = {'"', (byte) 0xe4, '"'};
        refuses(() -> JSON.readValue(latin1, String.class));
    }

    @Test
    void refusesNumbersOfEndlessDigits() {
        refuses(() -> JSON.readValue("1".repeat(100), JsonNode.class));
    }

    private static Thing thing(String field) {
        return JSON.readValue("{" + field + "}", Thing.class);
    }

    private static void refusesThing(String field) {
        refuses(() -> thing(field));
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(JacksonException.class);
    }
}
