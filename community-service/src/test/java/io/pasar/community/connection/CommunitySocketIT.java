package io.pasar.community.connection;

import static io.pasar.community.trial.CommunityClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.LiveEvents;
import io.pasar.community.trial.SocketPeer;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.UsesCommunity;
import io.pasar.kernel.id.MemberId;
import io.pasar.test.ApiDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What members hear on the community socket.
@UsesCommunity
class CommunitySocketIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    CommunityClient community;

    @Autowired
    LiveEvents live;

    @Autowired
    MemberHub hub;

    @LocalServerPort
    int port;

    @Test
    void knowsTheCommandsOfItsDocumentAndNoOther() {
        Set<String> documented = ApiDocument.of("community", "asyncapi")
                .root()
                .path("operations")
                .path("command")
                .path("messages")
                .valueStream()
                .map(message -> message.path("$ref").asString().replaceFirst(".*/", ""))
                .collect(Collectors.toSet());
        assertThat(documented).containsExactlyInAnyOrder("hello", "ping");
        try (SocketPeer peer = SocketPeer.open(port)) {
            peer.hello(community.member());
            assertThat(documented).noneMatch(command -> isUnknown(peer, command));
            assertThat(List.of("room.join", "chat.send", "notice", "reward", "bye", "pong"))
                    .allMatch(command -> isUnknown(peer, command));
        }
    }

    private static boolean isUnknown(SocketPeer peer, String command) {
        long id = 100 + Integer.toUnsignedLong(command.hashCode()) % 1_000_000;
        peer.say("{\"id\":" + id + ",\"type\":\"" + command + "\",\"data\":{}}");
        JsonNode answer = peer.next(frame -> frame.path("re").asLong() == id);
        return answer.path("error").path("type").asString("").equals("/problems/unknown-command");
    }

    @Test
    void greetsAMemberByName() {
        TestMember anna = community.member();
        try (SocketPeer peer = SocketPeer.open(port)) {
            peer.hello(anna);
            JsonNode answer = peer.next(frame -> frame.path("re").asInt() == 1);
            assertThat(answer.get("data").get("member").get("handle").asString())
                    .isEqualTo(anna.handle());
            assertThat(answer.get("data").get("pingMs").asInt()).isEqualTo(25_000);
            peer.say("{\"id\":2,\"type\":\"ping\"}");
            JsonNode pong = peer.next(frame -> frame.path("re").asInt() == 2);
            assertThat(Instant.parse(pong.get("data").get("serverTime").asString()))
                    .isCloseTo(Instant.now(), within(SOON));
            peer.say("{\"id\":3,\"type\":\"chat.send\",\"data\":{}}");
            assertThat(peer.next(frame -> frame.path("re").asInt() == 3)
                            .get("error")
                            .get("type")
                            .asString())
                    .isEqualTo("/problems/unknown-command");
        }
    }

    @Test
    void refusesGuestsAndForgedTokens() {
        try (SocketPeer guest = SocketPeer.open(port)) {
            guest.say("{\"id\":1,\"type\":\"hello\",\"data\":{}}");
            assertThat(guest.closed()).isEqualTo(4401);
        }
        try (SocketPeer forger = SocketPeer.open(port)) {
            forger.say("{\"id\":1,\"type\":\"hello\",\"data\":{\"token\":\"nonsense\"}}");
            assertThat(forger.closed()).isEqualTo(4401);
        }
    }

    @Test
    void tellsBothOfTheirRewardOnEverySocketTheyHave() {
        TestMember anna = community.member();
        TestMember ben = community.member(community.codeOf(anna));
        try (SocketPeer one = SocketPeer.open(port);
                SocketPeer two = SocketPeer.open(port);
                SocketPeer bens = SocketPeer.open(port)) {
            List.of(one, two).forEach(peer -> peer.hello(anna));
            bens.hello(ben);
            List.of(one, two, bens)
                    .forEach(peer -> peer.next(frame -> frame.path("re").asInt() == 1));
            live.publish(LiveEvents.paid(ben.id(), new MemberId(UUID.randomUUID())));
            for (SocketPeer peer : List.of(one, two)) {
                JsonNode reward =
                        peer.next(frame -> frame.path("type").asString("").equals("reward"));
                assertThat(reward.get("data").get("amount").asString()).isEqualTo("100");
                assertThat(reward.get("data").get("state").asString()).isEqualTo("pending");
                assertThat(reward.get("data").get("reason").asString()).isEqualTo("referral.inviter");
                assertThat(reward.has("seq")).isFalse();
            }
            assertThat(bens.next(frame -> frame.path("type").asString("").equals("reward"))
                            .get("data")
                            .get("reason")
                            .asString())
                    .isEqualTo("referral.invited");
        }
    }

    @Test
    void tellsFollowersAndNobodyElseThatTheirFeedHasGrown() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        TestMember stranger = community.member();
        community
                .put(anna, "/v1/members/" + ben.id() + "/follow")
                .expectStatus()
                .isNoContent();
        try (SocketPeer follower = SocketPeer.open(port);
                SocketPeer other = SocketPeer.open(port)) {
            follower.hello(anna);
            other.hello(stranger);
            follower.next(frame -> frame.path("re").asInt() == 1);
            other.next(frame -> frame.path("re").asInt() == 1);
            String post = community.post(ben, "Hello");
            JsonNode notice =
                    follower.next(frame -> frame.path("type").asString("").equals("notice"));
            assertThat(notice.get("data").get("kind").asString()).isEqualTo("feed");
            assertThat(notice.get("data").get("post").asString()).isEqualTo(post);
            assertThat(notice.get("data").get("author").get("handle").asString())
                    .isEqualTo(ben.handle());
            other.say("{\"id\":2,\"type\":\"ping\"}");
            assertThat(other.next(_ -> true).path("re").asInt()).isEqualTo(2);
        }
    }

    @Test
    void asksForAWebSocket() {
        assertThat(body(community.get(null, "/v1/socket").expectStatus().isEqualTo(426))
                        .get("type")
                        .asString())
                .isEqualTo("/problems/upgrade-required");
    }

    @Test
    void forgetsASocketThatIsGone() {
        TestMember anna = community.member();
        try (SocketPeer peer = SocketPeer.open(port)) {
            peer.hello(anna);
            peer.next(frame -> frame.path("re").asInt() == 1);
            assertThat(hub.members()).contains(anna.id());
        }
        await().atMost(SOON).until(() -> !hub.members().contains(anna.id()));
    }
}
