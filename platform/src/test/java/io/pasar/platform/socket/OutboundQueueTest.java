package io.pasar.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.platform.socket.OutboundQueue.Offer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutboundQueueTest {

    private final OutboundQueue queue = new OutboundQueue(3, 100, 2);

    @Test
    void givesKeptFramesInOrderAndPassingOnesAfterThem() {
        queue.offer(passing("p", null));
        queue.offer(kept("1"));
        queue.offer(kept("2"));
        assertThat(drained()).containsExactly("1", "2", "p");
    }

    @Test
    void overflowsWhenAKeptFrameDoesNotFitInNumber() {
        queue.offer(kept("1"));
        queue.offer(kept("2"));
        assertThat(queue.offer(kept("3"))).isEqualTo(Offer.QUEUED);
        assertThat(queue.offer(kept("4"))).isEqualTo(Offer.OVERFLOWN);
    }

    @Test
    void takesTheFrameThatCrossesTheBoundInBytesAndNoneAfterIt() {
        assertThat(queue.offer(kept("x".repeat(500)))).isEqualTo(Offer.QUEUED);
        assertThat(queue.offer(kept("y"))).isEqualTo(Offer.OVERFLOWN);
        queue.poll();
        assertThat(queue.offer(kept("y"))).isEqualTo(Offer.QUEUED);
    }

    @Test
    void dropsTheOldestPassingFrameAndNeverAKeptOne() {
        queue.offer(kept("k"));
        queue.offer(passing("1", null));
        queue.offer(passing("2", null));
        assertThat(queue.offer(passing("3", null))).isEqualTo(Offer.DROPPED);
        assertThat(drained()).containsExactly("k", "2", "3");
    }

    @Test
    void keepsOnlyTheNewestPassingFrameOfAMergeKey() {
        queue.offer(passing("stock 5", "stock"));
        queue.offer(passing("viewers", "viewers"));
        queue.offer(passing("stock 4", "stock"));
        assertThat(drained()).containsExactlyInAnyOrder("stock 4", "viewers");
    }

    @Test
    void letsAnswersOutBeforeTheFarewellAndTakesNothingAfterwards() {
        queue.offer(kept("answer"));
        queue.offer(passing("p", null));
        queue.finish(kept("bye"), false);
        assertThat(queue.offer(kept("late"))).isEqualTo(Offer.FINISHED);
        assertThat(drained()).containsExactly("answer", "bye");
        assertThat(queue.isDone()).isTrue();
    }

    @Test
    void forgetsWhatAPeerThatIsTooSlowWouldNotTake() {
        queue.offer(kept("1"));
        queue.finish(kept("bye"), true);
        assertThat(drained()).containsExactly("bye");
    }

    @Test
    void isNotDoneWhileTheFarewellWaits() {
        queue.finish(kept("bye"), false);
        assertThat(queue.isDone()).isFalse();
    }

    private List<String> drained() {
        List<String> texts = new ArrayList<>();
        for (OutboundFrame frame = queue.poll(); frame != null; frame = queue.poll()) {
            texts.add(frame.text());
        }
        return texts;
    }

    private static OutboundFrame kept(String text) {
        return OutboundFrame.kept(text.getBytes(StandardCharsets.UTF_8));
    }

    private static OutboundFrame passing(String text, @Nullable String mergeKey) {
        return OutboundFrame.passing(text.getBytes(StandardCharsets.UTF_8), mergeKey);
    }
}
