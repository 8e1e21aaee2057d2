package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoomWindowTest {

    private final RoomWindow window = new RoomWindow(5, 1_000_000);

    @Test
    void givesExactlyWhatCameAfter() {
        window.load(3, frames(1, 3));
        assertThat(seqs(window.after(1))).hasValue(List.of(2L, 3L));
        assertThat(seqs(window.after(3))).hasValue(List.of());
        assertThat(seqs(window.after(0))).hasValue(List.of(1L, 2L, 3L));
    }

    @Test
    void saysWhenSomethingIsGoneOrNotThereYet() {
        window.load(10, frames(6, 10));
        assertThat(window.after(4)).isEmpty();
        assertThat(window.after(11)).isEmpty();
        assertThat(seqs(window.after(5))).hasValue(List.of(6L, 7L, 8L, 9L, 10L));
    }

    @Test
    void leavesOutWhatLiesBeforeAGap() {
        window.load(9, List.of(frame(4), frame(5), frame(7), frame(8), frame(9)));
        assertThat(window.after(5)).isEmpty();
        assertThat(seqs(window.after(6))).hasValue(List.of(7L, 8L, 9L));
    }

    @Test
    void knowsThePositionOfALogWhoseEventsAreGone() {
        window.load(42, List.of());
        assertThat(window.last()).isEqualTo(42);
        assertThat(seqs(window.after(42))).hasValue(List.of());
        assertThat(window.after(41)).isEmpty();
    }

    @Test
    void refusesAnEventThatDoesNotFollow() {
        window.load(3, frames(1, 3));
        assertThatThrownBy(() -> window.add(frame(5))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void showsTheCoverOfAnErasedEvent() {
        window.load(3, frames(1, 3));
        window.replace(KeptFrame.of(2, "covered"));
        assertThat(window.newest(3).get(1).frame().text()).isEqualTo("covered");
    }

    @Test
    void holdsNoMoreBytesThanItMayButAlwaysTheNewestEvent() {
        RoomWindow small = new RoomWindow(100, 10);
        small.add(KeptFrame.of(1, "12345"));
        small.add(KeptFrame.of(2, "12345"));
        small.add(KeptFrame.of(3, "1"));
        assertThat(small.newest(10)).extracting(KeptFrame::seq).containsExactly(2L, 3L);
        small.add(KeptFrame.of(4, "x".repeat(50)));
        assertThat(small.newest(10)).extracting(KeptFrame::seq).containsExactly(4L);
    }

    @Property
    void alwaysHoldsTheNewestEventsWithoutAGap(
            @ForAll @IntRange(max = 50) int loaded,
            @ForAll @IntRange(max = 50) int added,
            @ForAll @IntRange(max = 120) int since) {
        RoomWindow any = new RoomWindow(20, 1_000_000);
        any.load(loaded, frames(1, loaded));
        long last = (long) loaded + added;
        LongStream.rangeClosed(loaded + 1L, last).forEach(seq -> any.add(frame(seq)));
        Optional<List<Long>> expected = since > last || last - since > 20
                ? Optional.empty()
                : Optional.of(LongStream.rangeClosed(since + 1, last).boxed().toList());
        assertThat(any.last()).isEqualTo(last);
        assertThat(seqs(any.after(since))).isEqualTo(expected);
    }

    private static Optional<List<Long>> seqs(Optional<List<KeptFrame>> frames) {
        return frames.map(found -> found.stream().map(KeptFrame::seq).toList());
    }

    private static List<KeptFrame> frames(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(RoomWindowTest::frame).toList();
    }

    private static KeptFrame frame(long seq) {
        return KeptFrame.of(seq, "event " + seq);
    }
}
