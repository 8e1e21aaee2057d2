package io.pasar.community.feed;

import static io.pasar.community.trial.CommunityClient.body;
import static io.pasar.community.trial.CommunityClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.UsesCommunity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The home feed.
@UsesCommunity
class FeedIT {

    @Autowired
    CommunityClient community;

    @Test
    void showsPostsOfThoseOneFollowsAndOnesOwnNewestFirst() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        TestMember stranger = community.member();
        community.post(ben, "Ben 1");
        community.post(stranger, "Not for Anna");
        community.post(anna, "Anna 1");
        community.post(ben, "Ben 2");
        follow(anna, ben);
        JsonNode items =
                body(community.get(anna, "/v1/feed").expectStatus().isOk()).get("items");
        assertThat(items.valueStream().map(item -> item.get("text").asString()))
                .containsExactly("Ben 2", "Anna 1", "Ben 1");
    }

    @Test
    void saysWhyEachPostIsThere() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        follow(anna, ben);
        community.post(anna, "Anna 1");
        community.post(ben, "Ben 1");
        JsonNode items = body(community.get(anna, "/v1/feed")).get("items");
        JsonNode following = items.get(0).get("reason");
        assertThat(following.get("kind").asString()).isEqualTo("following");
        assertThat(following.get("member").get("handle").asString()).isEqualTo(ben.handle());
        assertThat(items.get(1).get("reason").get("kind").asString()).isEqualTo("own");
        assertThat(items.get(1).get("id").asString()).isNotEmpty();
    }

    @Test
    void pagesWithoutGapOrRepeatWhileNewPostsArrive() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        follow(anna, ben);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            written.addFirst(community.post(i % 2 == 0 ? anna : ben, "Post " + i));
        }
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = body(community
                    .get(anna, "/v1/feed?limit=3" + after)
                    .expectStatus()
                    .isOk());
            page.get("items").forEach(item -> read.add(item.get("id").asString()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
            community.post(ben, "Newer");
        } while (!after.isEmpty());
        assertThat(read).isEqualTo(written);
    }

    @Test
    void losesThePostsOfThoseOneUnfollows() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        follow(anna, ben);
        community.post(ben, "Ben 1");
        community
                .delete(anna, "/v1/members/" + ben.id() + "/follow")
                .expectStatus()
                .isNoContent();
        assertThat(body(community.get(anna, "/v1/feed")).get("items").isEmpty()).isTrue();
    }

    @Test
    void asksGuestsToSignIn() {
        problem(community.get(null, "/v1/feed"), 401, "unauthenticated");
    }

    private void follow(TestMember follower, TestMember followed) {
        community
                .put(follower, "/v1/members/" + followed.id() + "/follow")
                .expectStatus()
                .isNoContent();
    }
}
