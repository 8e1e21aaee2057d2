package io.pasar.live.connection;

import io.pasar.kernel.id.MemberId;
import io.pasar.platform.socket.ChannelHub;
import io.pasar.platform.socket.ChannelListener;
import io.pasar.platform.socket.OpenSocket;
import io.pasar.platform.socket.OutboundFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// The members with a socket on this node, and the channel each of them is told things on. A channel is closed
/// by the first [#sweep()] that finds nobody there.
final class MemberFeedHub {

    private final ChannelHub channels;
    private final Map<MemberId, MemberFeed> feeds = new ConcurrentHashMap<>();

    MemberFeedHub(ChannelHub channels) {
        this.channels = channels;
    }

    /// From the completion on, what the member is told reaches the socket.
    Mono<Void> enter(MemberId member, OpenSocket socket) {
        return Mono.defer(() ->
                feeds.compute(member, (_, feed) -> with(member, feed, socket)).opened());
    }

    void leave(MemberId member, OpenSocket socket) {
        feeds.computeIfPresent(member, (_, feed) -> {
            feed.sockets.remove(socket);
            return feed;
        });
    }

    void sweep() {
        List.copyOf(feeds.keySet()).forEach(member -> feeds.computeIfPresent(member, this::keptOrClosed));
    }

    private MemberFeed with(MemberId member, @Nullable MemberFeed open, OpenSocket socket) {
        MemberFeed feed = open == null ? opening(member) : open;
        if (!socket.isClosing()) {
            feed.sockets.add(socket);
        }
        return feed;
    }

    private MemberFeed opening(MemberId member) {
        Set<OpenSocket> sockets = ConcurrentHashMap.newKeySet();
        Mono<Void> opened = channels.open(RoomKeys.channel(member), new MemberListener(sockets))
                .doOnError(_ -> feeds.remove(member))
                .cache();
        return new MemberFeed(sockets, opened);
    }

    private @Nullable MemberFeed keptOrClosed(MemberId member, MemberFeed feed) {
        if (!feed.sockets.isEmpty()) {
            return feed;
        }
        channels.close(RoomKeys.channel(member));
        return null;
    }

    private record MemberFeed(Set<OpenSocket> sockets, Mono<Void> opened) {}

    private record MemberListener(Set<OpenSocket> sockets) implements ChannelListener {

        @Override
        public void message(String text) {
            OutboundFrame frame = OutboundFrame.kept(text.getBytes(StandardCharsets.UTF_8));
            sockets.forEach(socket -> socket.send(frame));
        }

        @Override
        public void subscribed() {}
    }
}
