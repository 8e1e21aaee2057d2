package io.pasar.community.token;

import static io.pasar.community.trial.CommunityClient.PASSWORD;
import static io.pasar.community.trial.CommunityClient.freshHandle;
import static io.pasar.community.trial.CommunityClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.UsesCommunity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// Guessing is slow; knowing is not.
@UsesCommunity
class SignInThrottleIT {

    @Autowired
    CommunityClient community;

    @Test
    void stopsGuessingEvenWhenTheGuessIsRight() {
        TestMember anna = community.member();
        for (int guess = 0; guess < 10; guess++) {
            problem(signIn(anna.handle(), "guess " + guess + " is wrong"), 401, "wrong-credentials");
        }
        ResponseSpec refused = signIn(anna.handle(), PASSWORD);
        refused.expectHeader().exists("Retry-After").expectHeader().exists("RateLimit");
        problem(refused, 429, "too-many-requests");
    }

    @Test
    void stopsGuessingAtHandlesNobodyHas() {
        String nobody = freshHandle();
        for (int guess = 0; guess < 10; guess++) {
            problem(signIn(nobody, "guess " + guess + " is wrong"), 401, "wrong-credentials");
        }
        problem(signIn(nobody, "another wrong guess"), 429, "too-many-requests");
    }

    @Test
    void letsThoseInWhoKnowTheirPasswordAsOftenAsTheyLike() {
        TestMember anna = community.member();
        for (int time = 0; time < 15; time++) {
            assertThat(community
                            .signIn(anna.handle(), PASSWORD)
                            .get("tokenType")
                            .asString())
                    .isEqualTo("Bearer");
        }
    }

    private ResponseSpec signIn(String handle, String password) {
        return community.post(null, "/v1/tokens", Map.of("handle", handle, "password", password));
    }
}
