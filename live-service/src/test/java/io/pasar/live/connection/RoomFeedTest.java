package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.connection.Entrance.Behind;
import io.pasar.live.connection.Entrance.Ended;
import io.pasar.live.connection.Entrance.Entered;
import io.pasar.platform.socket.CloseCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RoomFeedTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final String EPOCH = "e1";

    private final RoomFeed feed = new RoomFeed(new RoomWindow(100, 1_000_000), NOW);
    private final RecordingPeer peer = new RecordingPeer();
    private final Viewer viewer = new Viewer(peer, 100);

    @Test
    void letsNobodyInBeforeTheLogWasRead() {
        assertThat(enter(viewer, Optional.empty())).isEqualTo(new Behind());
    }

    @Test
    void appliesWhatWasPublishedWhileTheLogWasReadOnceAndInOrder() {
        feed.hear(kept(3));
        feed.hear(kept(4));
        assertThat(feed.fill(slice(1, 3))).isFalse();
        assertThat(entered(Optional.empty()).events())
                .extracting(KeptFrame::seq)
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void givesAResumingViewerExactlyWhatItMissed() {
        feed.fill(slice(1, 10));
        Entered entered = entered(Optional.of(new RoomPosition(EPOCH, 7)));
        assertThat(entered.recovered()).isTrue();
        assertThat(entered.position()).isEqualTo(new RoomPosition(EPOCH, 10));
        assertThat(entered.events()).extracting(KeptFrame::seq).containsExactly(8L, 9L, 10L);
    }

    @Test
    void givesAViewerOfAnotherEpochTheNewestHistory() {
        feed.fill(slice(1, 10));
        Entered entered = entered(Optional.of(new RoomPosition("other", 10)));
        assertThat(entered.recovered()).isFalse();
        assertThat(entered.events()).hasSize(5);
    }

    @Test
    void readsTheLogForAViewerThatIsAheadAndThenKnowsIfItLied() {
        feed.fill(slice(1, 10));
        Optional<RoomPosition> ahead = Optional.of(new RoomPosition(EPOCH, 12));
        assertThat(enter(viewer, ahead)).isEqualTo(new Behind());
        feed.fill(new RoomSlice(new RoomPosition(EPOCH, 12), frames(11, 12), List.of()));
        assertThat(entered(ahead).recovered()).isTrue();
        Entrance lied = feed.enter(viewer, Optional.of(new RoomPosition(EPOCH, 99)), 5, true);
        assertThat(lied)
                .isInstanceOfSatisfying(
                        Entered.class,
                        entered -> assertThat(entered.recovered()).isFalse());
    }

    @Test
    void deliversEachEventOnce() {
        feed.fill(slice(1, 2));
        entered(Optional.empty());
        viewer.release();
        feed.hear(kept(3));
        feed.hear(kept(3));
        feed.hear(kept(4));
        assertThat(peer.texts()).containsExactly("event 3", "event 4");
    }

    @Test
    void waitsForTheLogWhenAnEventIsMissing() {
        feed.fill(slice(1, 2));
        entered(Optional.empty());
        viewer.release();
        assertThat(feed.hear(kept(5))).isTrue();
        assertThat(peer.texts()).isEmpty();
        assertThat(enter(new Viewer(new RecordingPeer(), 10), Optional.empty())).isEqualTo(new Behind());
        assertThat(feed.fill(new RoomSlice(new RoomPosition(EPOCH, 4), frames(3, 4), List.of())))
                .isFalse();
        assertThat(peer.texts()).containsExactly("event 3", "event 4", "event 5");
    }

    @Test
    void losesItsPositionWhenMissingEventsAreGone() {
        feed.fill(slice(1, 2));
        entered(Optional.empty());
        feed.hear(kept(9));
        feed.fill(new RoomSlice(new RoomPosition(EPOCH, 9), frames(7, 9), List.of()));
        assertThat(peer.closedWith()).isEqualTo(CloseCode.POSITION_LOST);
        assertThat(feed.isEnded()).isTrue();
        assertThat(enter(viewer, Optional.empty())).isEqualTo(new Ended());
    }

    @Test
    void losesItsPositionWhenANewEpochBegins() {
        feed.fill(slice(1, 2));
        entered(Optional.empty());
        feed.hear(new RoomNews.Kept(new RoomPosition("e2", 1), KeptFrame.of(1, "event 1"), Optional.empty()));
        assertThat(peer.closedWith()).isEqualTo(CloseCode.POSITION_LOST);
        assertThat(peer.texts()).isEmpty();
    }

    @Test
    void losesItsPositionWhenTheLogReadsAnotherEpoch() {
        feed.fill(slice(1, 2));
        entered(Optional.empty());
        feed.fill(new RoomSlice(new RoomPosition("e2", 0), List.of(), List.of()));
        assertThat(peer.closedWith()).isEqualTo(CloseCode.POSITION_LOST);
    }

    @Test
    void coversWhatWasErasedLiveAndWhatWasErasedMeanwhile() {
        feed.fill(slice(1, 4));
        feed.hear(new RoomNews.Kept(
                new RoomPosition(EPOCH, 5), KeptFrame.of(5, "event 5"), Optional.of(KeptFrame.of(2, "covered 2"))));
        feed.hear(kept(8));
        feed.fill(new RoomSlice(new RoomPosition(EPOCH, 7), frames(6, 7), List.of(KeptFrame.of(3, "covered 3"))));
        assertThat(feed.enter(viewer, Optional.empty(), 100, false))
                .isInstanceOfSatisfying(
                        Entered.class,
                        entered -> assertThat(entered.events())
                                .extracting(event -> event.frame().text())
                                .containsExactly(
                                        "event 1",
                                        "covered 2",
                                        "covered 3",
                                        "event 4",
                                        "event 5",
                                        "event 6",
                                        "event 7",
                                        "event 8"));
    }

    @Test
    void passesOnOnlyTheNewestVersionOfAPassingEvent() {
        feed.fill(slice(1, 1));
        entered(Optional.empty());
        viewer.release();
        feed.hear(new RoomNews.Passing(Optional.of("stock"), 5, "five"));
        feed.hear(new RoomNews.Passing(Optional.of("stock"), 4, "four"));
        feed.hear(new RoomNews.Passing(Optional.of("stock"), 6, "six"));
        feed.hear(new RoomNews.Passing(Optional.empty(), 0, "plain"));
        assertThat(peer.texts()).containsExactly("five", "six", "plain");
    }

    @Test
    void lingersAndEndsWhenNobodyWatches() {
        feed.fill(slice(1, 1));
        entered(Optional.empty());
        assertThat(feed.endIfIdle(NOW.plusSeconds(60), Duration.ofSeconds(5))).isFalse();
        feed.leave(viewer, NOW.plusSeconds(60));
        assertThat(feed.endIfIdle(NOW.plusSeconds(64), Duration.ofSeconds(5))).isFalse();
        assertThat(feed.endIfIdle(NOW.plusSeconds(65), Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void doesNotKeepAViewerThatLeftWhileItEntered() {
        feed.fill(slice(1, 1));
        peer.close(CloseCode.NO_PONG);
        entered(Optional.empty());
        assertThat(feed.viewers()).isZero();
    }

    /// Whatever the order and however often events arrive, and whenever the log is read, a viewer hears each once,
    /// in order.
    @Property
    void deliversInOrderWithoutGapOrDoubleWhateverArrivesWhen(@ForAll long seed) {
        Random random = new Random(seed);
        RoomFeed any = new RoomFeed(new RoomWindow(100, 1_000_000), NOW);
        any.fill(slice(1, 5));
        RecordingPeer own = new RecordingPeer();
        Viewer watching = new Viewer(own, 100);
        any.enter(watching, Optional.empty(), 5, false);
        watching.release();
        List<Long> arrivals =
                new ArrayList<>(LongStream.rangeClosed(6, 40).boxed().toList());
        arrivals.removeIf(_ -> random.nextInt(5) == 0);
        arrivals.addAll(arrivals.subList(0, random.nextInt(arrivals.size())));
        Collections.shuffle(arrivals, random);
        long published = 5;
        for (long seq : arrivals) {
            published = Math.max(published, seq);
            boolean mustRead = any.hear(kept(seq));
            if (mustRead && random.nextBoolean()) {
                long last = any.position().orElseThrow().seq();
                any.fill(new RoomSlice(new RoomPosition(EPOCH, published), frames(last + 1, published), List.of()));
            }
        }
        long last = any.position().orElseThrow().seq();
        any.fill(new RoomSlice(new RoomPosition(EPOCH, 40), frames(last + 1, 40), List.of()));
        assertThat(own.texts())
                .isEqualTo(LongStream.rangeClosed(6, 40)
                        .mapToObj(seq -> "event " + seq)
                        .toList());
    }

    private Entrance enter(Viewer who, Optional<RoomPosition> since) {
        return feed.enter(who, since, 5, false);
    }

    private Entered entered(Optional<RoomPosition> since) {
        assertThat(enter(viewer, since)).isInstanceOf(Entered.class);
        return (Entered) enter(viewer, since);
    }

    private static RoomNews.Kept kept(long seq) {
        return new RoomNews.Kept(new RoomPosition(EPOCH, seq), KeptFrame.of(seq, "event " + seq), Optional.empty());
    }

    private static RoomSlice slice(long from, long to) {
        return new RoomSlice(new RoomPosition(EPOCH, to), frames(from, to), List.of());
    }

    private static List<KeptFrame> frames(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seq -> KeptFrame.of(seq, "event " + seq))
                .toList();
    }
}
