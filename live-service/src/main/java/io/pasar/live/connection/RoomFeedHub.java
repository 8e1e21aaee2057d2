package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import io.pasar.platform.socket.ChannelHub;
import io.pasar.platform.socket.ChannelListener;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// The rooms this node listens to: only those somebody watches here, and a moment longer.
///
/// A feed opens with one subscription and one reading of the log, however many join at once; what is published
/// while the log is read waits in the feed. Rooms that miss something are named in [#behind()].
final class RoomFeedHub implements RoomOccupancy {

    private static final int ATTEMPTS = 5;
    private static final int BEHIND_MAX = 4_096;

    private final ChannelHub channels;
    private final ReadScript read;
    private final RoomProperties limits;
    private final Clock clock;
    private final RoomInstruments instruments;
    private final Map<RoomId, Opening> feeds = new ConcurrentHashMap<>();
    private final Sinks.Many<RoomId> behind = Sinks.many().multicast().onBackpressureBuffer(BEHIND_MAX, false);

    private record Opening(RoomFeed feed, Mono<RoomFeed> opened) {}

    RoomFeedHub(ChannelHub channels, ReadScript read, RoomProperties limits, Clock clock, RoomInstruments instruments) {
        this.channels = channels;
        this.read = read;
        this.limits = limits;
        this.clock = clock;
        this.instruments = instruments;
        instruments.watch(this);
    }

    /// Lets a viewer into a room.
    ///
    /// @param since what it has seen, if anything
    Mono<Entrance.Entered> enter(RoomId room, Viewer viewer, Optional<RoomPosition> since) {
        return Mono.defer(() -> opened(room))
                .flatMap(feed -> enter(room, feed, viewer, since))
                .repeatWhenEmpty(ATTEMPTS, again -> again)
                .doOnNext(entered -> instruments.joined(since.isPresent(), entered.recovered()))
                .onErrorMap(IllegalStateException.class, _ -> moving());
    }

    void leave(RoomId room, Viewer viewer) {
        feed(room).ifPresent(feed -> feed.leave(viewer, clock.instant()));
    }

    /// Where this node is in the room's log, if it listens to it.
    Optional<RoomPosition> position(RoomId room) {
        return feed(room).flatMap(RoomFeed::position);
    }

    Optional<RoomFeed> feed(RoomId room) {
        return Optional.ofNullable(feeds.get(room)).map(Opening::feed);
    }

    @Override
    public Map<RoomId, Integer> viewersHere() {
        return feeds.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().feed().viewers()));
    }

    /// Rooms whose log must be read because something is missing here.
    Flux<RoomId> behind() {
        return behind.asFlux();
    }

    /// Rooms this node listens to.
    List<RoomId> rooms() {
        return List.copyOf(feeds.keySet());
    }

    /// Reads what this node has missed of a room.
    Mono<Void> catchUp(RoomId room) {
        return Mono.justOrEmpty(feed(room)).flatMap(feed -> filled(room, feed));
    }

    /// Stops listening to rooms nobody has watched for a while.
    void sweep() {
        rooms().forEach(room -> feeds.computeIfPresent(room, this::keptOrClosed));
    }

    private Mono<Entrance.Entered> enter(RoomId room, RoomFeed feed, Viewer viewer, Optional<RoomPosition> since) {
        return switch (feed.enter(viewer, since, limits.historyShown(), false)) {
            case Entrance.Entered entered -> Mono.just(entered);
            case Entrance.Ended() -> Mono.empty();
            case Entrance.Behind() -> filled(room, feed).then(Mono.defer(() -> enterCurrent(feed, viewer, since)));
        };
    }

    private Mono<Entrance.Entered> enterCurrent(RoomFeed feed, Viewer viewer, Optional<RoomPosition> since) {
        Entrance entrance = feed.enter(viewer, since, limits.historyShown(), true);
        return entrance instanceof Entrance.Entered entered ? Mono.just(entered) : Mono.empty();
    }

    private Mono<RoomFeed> opened(RoomId room) {
        return feeds.computeIfAbsent(room, this::opening).opened();
    }

    private Opening opening(RoomId room) {
        RoomWindow window =
                new RoomWindow(limits.eventsKept(), limits.bytesKept().toBytes());
        RoomFeed feed = new RoomFeed(window, clock.instant());
        Mono<RoomFeed> opened = channels.open(RoomKeys.channel(room), new RoomListener(room, feed))
                .then(Mono.defer(() -> filled(room, feed)))
                .thenReturn(feed)
                .doOnError(_ -> discard(room, feed))
                .cache();
        return new Opening(feed, opened);
    }

    private Mono<Void> filled(RoomId room, RoomFeed feed) {
        return read.run(room, feed.position().orElse(null), newEpoch())
                .doOnNext(slice -> filled(room, feed, slice))
                .then();
    }

    private void filled(RoomId room, RoomFeed feed, RoomSlice slice) {
        if (feed.fill(slice)) {
            needsReading(room);
        }
        discardIfEnded(room, feed);
    }

    private void discardIfEnded(RoomId room, RoomFeed feed) {
        if (feed.isEnded()) {
            instruments.lostPosition();
            discard(room, feed);
        }
    }

    private void discard(RoomId room, RoomFeed feed) {
        feeds.computeIfPresent(room, (_, opening) -> opening.feed() == feed ? closed(room) : opening);
    }

    private @Nullable Opening keptOrClosed(RoomId room, Opening opening) {
        return opening.feed().endIfIdle(clock.instant(), limits.linger()) ? closed(room) : opening;
    }

    private @Nullable Opening closed(RoomId room) {
        channels.close(RoomKeys.channel(room));
        return null;
    }

    /// A room that does not fit is found again by the next check of positions.
    private synchronized void needsReading(RoomId room) {
        var _ = behind.tryEmitNext(room);
    }

    private final class RoomListener implements ChannelListener {

        private final RoomId room;
        private final RoomFeed feed;

        RoomListener(RoomId room, RoomFeed feed) {
            this.room = room;
            this.feed = feed;
        }

        @Override
        public void message(String text) {
            switch (RoomNews.parse(text)) {
                case RoomNews.Kept kept -> hear(kept);
                case RoomNews.Passing passing -> feed.hear(passing);
            }
        }

        /// Again after a lost connection: what was published meanwhile is missing.
        @Override
        public void subscribed() {
            if (feed.position().isPresent()) {
                needsReading(room);
            }
        }

        private void hear(RoomNews.Kept kept) {
            if (feed.hear(kept)) {
                needsReading(room);
            }
            discardIfEnded(room, feed);
        }
    }

    private static String newEpoch() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static Problem moving() {
        return CommonProblem.UNAVAILABLE.because("The room is moving; join again.");
    }
}
