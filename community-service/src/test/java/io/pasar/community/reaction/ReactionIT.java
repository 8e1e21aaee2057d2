package io.pasar.community.reaction;

import static io.pasar.community.trial.CommunityClient.body;
import static io.pasar.community.trial.CommunityClient.invalid;
import static io.pasar.community.trial.CommunityClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.Together;
import io.pasar.community.trial.UsesCommunity;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Reactions.
@UsesCommunity
class ReactionIT {

    @Autowired
    CommunityClient community;

    @Test
    void countsEachMemberOnceAKind() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        String post = community.post(anna, "Hello");
        Together.all(10, () -> react(anna, post, "like"));
        react(ben, post, "like");
        react(ben, post, "fire");
        JsonNode seen = body(community.get(ben, "/v1/posts/" + post));
        assertThat(seen.get("reactions").toString()).isEqualTo("{\"fire\":1,\"like\":2}");
        assertThat(seen.get("myReactions").toString()).isEqualTo("[\"fire\",\"like\"]");
        assertThat(body(community.get(null, "/v1/posts/" + post))
                        .get("myReactions")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void takesAReactionBackHoweverOftenItIsSaid() {
        TestMember anna = community.member();
        String post = community.post(anna, "Hello");
        react(anna, post, "wow");
        community.delete(anna, path(post, "wow")).expectStatus().isNoContent();
        community.delete(anna, path(post, "wow")).expectStatus().isNoContent();
        assertThat(body(community.get(null, "/v1/posts/" + post))
                        .get("reactions")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void knowsSixKinds() {
        TestMember anna = community.member();
        String post = community.post(anna, "Hello");
        invalid(community.put(anna, path(post, "hate")), "/kind");
        invalid(community.put(anna, path(post, "LIKE")), "/kind");
    }

    @Test
    void needsAPostAndAMember() {
        TestMember anna = community.member();
        problem(community.put(anna, path(UUID.randomUUID().toString(), "like")), 404, "not-found");
        problem(community.put(null, path(community.post(anna, "Hello"), "like")), 401, "unauthenticated");
    }

    private boolean react(TestMember member, String post, String kind) {
        community.put(member, path(post, kind)).expectStatus().isNoContent();
        return true;
    }

    private static String path(String post, String kind) {
        return "/v1/posts/" + post + "/reactions/" + kind;
    }
}
