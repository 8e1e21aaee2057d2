package io.pasar.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// The order in which a consumer settles what it was handed.
class EventConsumerJobTest {

    private final List<StreamOffset> handled = new ArrayList<>();
    private final List<StreamEntry> entries =
            IntStream.rangeClosed(1, 4).mapToObj(EventConsumerJobTest::entry).toList();

    @Test
    void settlesEverythingWhileItIsLetThrough() {
        StepVerifier.create(EventConsumerJob.inOrder(entries, gate(true, true, true, true)))
                .expectNext(offset(1), offset(2), offset(3), offset(4))
                .verifyComplete();
    }

    @Test
    void passesNoEntryThatWasNotLetThroughEvenIfTheNextOneWouldBe() {
        StepVerifier.create(EventConsumerJob.inOrder(entries, gate(true, false, true, true)))
                .expectNext(offset(1))
                .verifyComplete();
        assertThat(handled).containsExactly(offset(1));
    }

    @Test
    void endsWithTheErrorOfAnEntryAndGoesNoFurther() {
        StepVerifier.create(EventConsumerJob.inOrder(
                        entries,
                        entry -> entry.offset().equals(offset(2))
                                ? Mono.error(new IllegalStateException("away"))
                                : gate(true).apply(entry)))
                .expectNext(offset(1))
                .verifyErrorMessage("away");
        assertThat(handled).containsExactly(offset(1));
    }

    private Function<StreamEntry, Mono<Boolean>> gate(Boolean... answers) {
        Queue<Boolean> next = new ArrayDeque<>(List.of(answers));
        return entry -> Mono.fromSupplier(next::remove).doOnNext(passed -> {
            if (passed) {
                handled.add(entry.offset());
            }
        });
    }

    private static StreamEntry entry(int number) {
        return new StreamEntry(offset(number), Map.of());
    }

    private static StreamOffset offset(int number) {
        return new StreamOffset(number + "-0");
    }
}
