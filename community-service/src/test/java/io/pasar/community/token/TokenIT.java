package io.pasar.community.token;

import static io.pasar.community.trial.CommunityClient.body;
import static io.pasar.community.trial.CommunityClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.UsesCommunity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Signing in, refreshing and signing out.
@UsesCommunity
class TokenIT {

    @Autowired
    CommunityClient community;

    @Test
    void signsInWithHandleAndPassword() {
        TestMember member = community.member();
        JsonNode me =
                body(community.get(member, "/v1/members/me").expectStatus().isOk());
        assertThat(me.get("id").asString()).isEqualTo(member.id().toString());
        assertThat(me.get("handle").asString()).isEqualTo(member.handle());
    }

    @Test
    void doesNotSayWhetherHandleOrPasswordIsWrong() {
        TestMember member = community.member();
        JsonNode wrongPassword = problem(
                community.post(null, "/v1/tokens", Map.of("handle", member.handle(), "password", "not this one")),
                401,
                "wrong-credentials");
        JsonNode wrongHandle = problem(
                community.post(
                        null,
                        "/v1/tokens",
                        Map.of("handle", CommunityClient.freshHandle(), "password", "not this one")),
                401,
                "wrong-credentials");
        assertThat(wrongHandle).isEqualTo(wrongPassword);
    }
}
