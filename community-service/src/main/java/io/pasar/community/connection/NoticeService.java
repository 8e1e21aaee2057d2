package io.pasar.community.connection;

import io.pasar.community.follow.FollowService;
import io.pasar.platform.redis.RedisConnections;
import io.pasar.platform.socket.OutboundFrame;
import io.pasar.platform.socket.SocketFrames;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Carries notices from the node that learns of something to the nodes that hold the sockets.
///
/// | Redis | type | what | when it is lost |
/// |---|---|---|---|
/// | `{community}:notices` | channel | one [Notice] as JSON a message; every node listens | members see it at their
/// next look |
@Service
class NoticeService {

    static final String CHANNEL = "{community}:notices";

    private final RedisConnections redis;
    private final JsonMapper json;
    private final MemberHub hub;
    private final FollowService follows;
    private final SocketFrames frames;

    NoticeService(RedisConnections redis, JsonMapper json, MemberHub hub, FollowService follows, SocketFrames frames) {
        this.redis = redis;
        this.json = json;
        this.hub = hub;
        this.follows = follows;
        this.frames = frames;
    }

    /// Tells all nodes.
    Mono<Void> spread(Notice notice) {
        return Mono.defer(() -> redis.commands().publish(CHANNEL, json.writeValueAsString(notice)))
                .then();
    }

    /// Passes a notice on to the members connected here whom it concerns.
    Mono<Void> deliver(String text) {
        return switch (json.readValue(text, Notice.class)) {
            case Notice.Reward reward -> Mono.fromRunnable(() -> deliver(reward));
            case Notice.Post post -> deliver(post);
        };
    }

    private void deliver(Notice.Reward reward) {
        hub.tell(reward.change().member(), frames.own(SocketNews.REWARD.type(), RewardNews.of(reward.change())));
    }

    /// Asks which of the connected members follow the author, rather than keeping everybody's follows in
    /// memory.
    private Mono<Void> deliver(Notice.Post post) {
        OutboundFrame frame = frames.passing(SocketNews.NOTICE.type(), "feed", FeedNews.of(post));
        return follows.followersAmong(post.author().id(), hub.members())
                .doOnNext(follower -> hub.tell(follower, frame))
                .then();
    }
}
