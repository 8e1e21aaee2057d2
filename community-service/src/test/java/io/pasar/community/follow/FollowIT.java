package io.pasar.community.follow;

import static io.pasar.community.trial.CommunityClient.body;
import static io.pasar.community.trial.CommunityClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.Together;
import io.pasar.community.trial.UsesCommunity;
import io.pasar.kernel.id.MemberId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Following.
@UsesCommunity
class FollowIT {

    @Autowired
    CommunityClient community;

    @Test
    void followsAndUnfollowsHoweverOftenItIsSaid() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        community.put(anna, follow(ben.id())).expectStatus().isNoContent();
        community.put(anna, follow(ben.id())).expectStatus().isNoContent();
        assertThat(standing(ben, anna)).isEqualTo("1 followers, 0 following, true");
        assertThat(standing(anna, ben)).isEqualTo("0 followers, 1 following, false");
        community.delete(anna, follow(ben.id())).expectStatus().isNoContent();
        community.delete(anna, follow(ben.id())).expectStatus().isNoContent();
        assertThat(standing(ben, anna)).isEqualTo("0 followers, 0 following, false");
    }

    @Test
    void letsNobodyFollowThemselves() {
        TestMember anna = community.member();
        problem(community.put(anna, follow(anna.id())), 409, "cannot-follow-yourself");
    }

    @Test
    void letsNobodyFollowNobody() {
        TestMember anna = community.member();
        problem(community.put(anna, follow(new MemberId(UUID.randomUUID()))), 404, "not-found");
        problem(community.delete(anna, follow(new MemberId(UUID.randomUUID()))), 404, "not-found");
    }

    @Test
    void asksGuestsToSignIn() {
        TestMember anna = community.member();
        problem(community.put(null, follow(anna.id())), 401, "unauthenticated");
        problem(community.delete(null, follow(anna.id())), 401, "unauthenticated");
    }

    @Test
    void countsRightWhenTwoFollowEachOtherAgainAndAgainAtOnce() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        AtomicInteger turn = new AtomicInteger();
        Together.all(40, () -> {
            int number = turn.getAndIncrement();
            TestMember one = number % 2 == 0 ? anna : ben;
            TestMember other = number % 2 == 0 ? ben : anna;
            boolean start = number % 4 < 2 || number >= 36;
            return (start ? community.put(one, follow(other.id())) : community.delete(one, follow(other.id())))
                    .expectStatus()
                    .isNoContent();
        });
        community.put(anna, follow(ben.id())).expectStatus().isNoContent();
        community.put(ben, follow(anna.id())).expectStatus().isNoContent();
        assertThat(standing(anna, ben)).isEqualTo("1 followers, 1 following, true");
        assertThat(standing(ben, anna)).isEqualTo("1 followers, 1 following, true");
    }

    private String standing(TestMember member, TestMember viewer) {
        JsonNode profile = body(community
                .get(viewer, "/v1/members/" + member.id())
                .expectStatus()
                .isOk());
        return profile.get("followers") + " followers, " + profile.get("following") + " following, "
                + profile.get("followedByMe");
    }

    private static String follow(MemberId member) {
        return "/v1/members/" + member + "/follow";
    }
}
