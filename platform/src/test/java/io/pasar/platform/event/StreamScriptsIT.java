package io.pasar.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.pasar.kernel.id.EventId;
import io.pasar.test.UsesServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/// The Lua scripts of the event stream, against Redis.
@UsesServers
class StreamScriptsIT {

    private static final int CAP = 10;
    private static final Batch NONE = new Batch(0);

    static RedisClient client;
    static StatefulRedisConnection<String, String> redis;

    private final StreamKey key = new StreamKey("script" + UUID.randomUUID());
    private AppendScript append;
    private TakeScript take;
    private TrimScript trim;

    @BeforeAll
    static void connect() {
        client = RedisClient.create(System.getProperty("PASAR_REDIS_URL"));
        redis = client.connect();
    }

    @BeforeEach
    void load() {
        append = new AppendScript(redis.reactive());
        take = new TakeScript(redis.reactive());
        trim = new TrimScript(redis.reactive());
    }

    @AfterAll
    static void disconnect() {
        client.shutdown();
    }

    @Test
    void appendsABatchAsCloudEventsInOrder() {
        Batch batch = appended(NONE, 3);
        List<StreamEntry> entries = taken("g").entries();
        assertThat(entries).extracting(entry -> entry.attribute("subject")).containsExactly("0", "1", "2");
        assertThat(entries.getFirst().attributes())
                .containsEntry("specversion", "1.0")
                .containsEntry("source", "/script")
                .containsEntry("type", "pasar.script.v1")
                .containsEntry("datacontenttype", "application/json")
                .containsEntry("data", "{\"n\":0}")
                .containsEntry("time", "2026-11-22T10:00:00Z")
                .containsKey("id");
        assertThat(entries.getFirst().offset().value()).isEqualTo(batch.number() + "-1");
    }

    @Test
    void givesEveryBatchAHigherNumber() {
        Batch first = appended(NONE, 1);
        Batch second = appended(first, 1);
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(answer(second, 0)).isEqualTo(new AppendAnswer.Appended(second));
    }

    @Test
    void noticesThatTheStreamIsGone() {
        Batch tip = appended(NONE, 1);
        redis.sync().del(key.stream());
        assertThat(answer(tip, 1)).isEqualTo(new AppendAnswer.Lost(NONE));
        assertThat(answer(tip, 0)).isEqualTo(new AppendAnswer.Lost(NONE));
        assertThat(redis.sync().exists(key.stream())).isZero();
    }

    @Test
    void noticesThatTheStreamEndsEarlier() {
        Batch known = appended(NONE, 1);
        byte[] older = redis.sync().dump(key.stream());
        Batch tip = appended(known, 1);
        redis.sync().del(key.stream());
        redis.sync().restore(key.stream(), 0, older);
        assertThat(answer(tip, 1)).isEqualTo(new AppendAnswer.Lost(known));
    }

    @Test
    void remembersTheNewestBatchEvenWhenItIsTrimmed() {
        Batch tip = appended(NONE, 2);
        redis.sync().xtrim(key.stream(), 0);
        assertThat(answer(tip, 0)).isEqualTo(new AppendAnswer.Appended(tip));
    }

    @Test
    void appendsAllOfABatchOrNothing() {
        appended(NONE, 8);
        assertThat(answer(NONE, 3)).isEqualTo(new AppendAnswer.Full(8));
        assertThat(redis.sync().xlen(key.stream())).isEqualTo(8);
        assertThat(answer(NONE, 2)).isInstanceOf(AppendAnswer.Appended.class);
    }

    @Test
    void handsOutWhatIsPendingBeforeAnythingNew() {
        appended(NONE, 3);
        Taken first = take("g", 2, List.of());
        appended(NONE, 1);
        assertThat(take("g", 2, List.of()).entries()).isEqualTo(first.entries());
        Taken last = take("g", 2, offsets(first));
        assertThat(last.entries())
                .extracting(entry -> entry.attribute("subject"))
                .containsExactly("2", "0");
        Taken nothing = take("g", 2, offsets(last));
        assertThat(nothing.entries()).isEmpty();
        assertThat(nothing.newest()).isEqualTo(last.entries().getLast().offset());
    }

    @Test
    void givesEveryGroupTheWholeStream() {
        appended(NONE, 2);
        assertThat(taken("a").entries()).hasSize(2);
        assertThat(taken("b").entries()).hasSize(2);
    }

    @Test
    void waitsForAProducerThatHasNotStartedYet() {
        assertThat(taken("g")).isEqualTo(new Taken(StreamOffset.BEFORE_ALL, List.of()));
        appended(NONE, 1);
        assertThat(taken("g").entries()).hasSize(1);
    }

    @Test
    void handsOutAPendingEntryThatSomebodyDeletedWithoutAttributes() {
        appended(NONE, 1);
        StreamEntry entry = taken("g").entries().getFirst();
        redis.sync().xdel(key.stream(), entry.offset().value());
        assertThat(taken("g").entries()).containsExactly(new StreamEntry(entry.offset(), Map.of()));
    }

    @Test
    void trimsOnlyWhatEveryGroupHasAcknowledged() {
        appended(NONE, 4);
        Taken fast = taken("fast");
        take("fast", 10, offsets(fast));
        Taken slow = taken("slow");
        take("slow", 10, offsets(slow).subList(0, 1));
        Trimmed trimmed = trim(Duration.ZERO);
        assertThat(trimmed.entries()).isEqualTo(3);
        assertThat(trimmed.slowest()).isEqualTo("slow");
        take("slow", 10, offsets(slow));
        assertThat(trim(Duration.ZERO).entries()).isEqualTo(1);
    }

    @Test
    void keepsYoungEntriesForConsumersThatStartLater() {
        appended(NONE, 4);
        take("g", 10, offsets(taken("g")));
        assertThat(trim(Duration.ofHours(1)).entries()).isEqualTo(4);
    }

    @Test
    void settlesNothingThatAGroupHasNotTaken() {
        Batch first = appended(NONE, 1);
        Taken taken = taken("g");
        Batch second = appended(first, 1);
        assertThat(trim(Duration.ZERO).settled()).isEqualTo(first);
        take("g", 10, offsets(taken));
        assertThat(trim(Duration.ZERO).settled()).isEqualTo(second);
    }

    @Test
    void trimsAStreamThatIsNotThere() {
        assertThat(trim(Duration.ZERO)).isEqualTo(new Trimmed(0, NONE, ""));
    }

    private Batch appended(Batch tip, int events) {
        return ((AppendAnswer.Appended) answer(tip, events)).batch();
    }

    private AppendAnswer answer(Batch tip, int events) {
        List<OutboxRow> rows =
                IntStream.range(0, events).mapToObj(StreamScriptsIT::row).toList();
        return wait(append.append(key, new OutboxBatch(tip, rows), CAP));
    }

    private static OutboxRow row(int n) {
        return new OutboxRow(
                n,
                new EventId(UUID.randomUUID()),
                "/script",
                "pasar.script.v1",
                Integer.toString(n),
                Instant.parse("2026-11-22T10:00:00Z"),
                "{\"n\":" + n + "}",
                Optional.empty());
    }

    private Taken taken(String group) {
        return take(group, 10, List.of());
    }

    private Taken take(String group, int limit, List<StreamOffset> settled) {
        return wait(take.take(key, group, limit, settled));
    }

    private Trimmed trim(Duration keep) {
        return wait(trim.trim(key, keep));
    }

    private static List<StreamOffset> offsets(Taken taken) {
        return taken.entries().stream().map(StreamEntry::offset).toList();
    }

    private static <T> T wait(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(30)));
    }
}
