package io.pasar.community;

import static io.pasar.community.trial.CommunityClient.body;
import static io.pasar.community.trial.CommunityClient.freshHandle;
import static io.pasar.community.trial.CommunityClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.UsesCommunity;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/// A repeated request has the effect and the answer of the first one.
@UsesCommunity
class IdempotencyIT {

    @Autowired
    CommunityClient community;

    @Autowired
    WebTestClient http;

    @Autowired
    DatabaseClient database;

    @Test
    void signsUpOnce() {
        Map<String, String> request = Map.of("handle", freshHandle(), "password", "correct horse");
        String key = UUID.randomUUID().toString();
        JsonNode first =
                body(post(null, "/v1/members", key, request).expectStatus().isCreated());
        JsonNode again = body(post(null, "/v1/members", key, request)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true"));
        assertThat(again).isEqualTo(first);
    }

    @Test
    void publishesOnce() {
        TestMember anna = community.member();
        String key = UUID.randomUUID().toString();
        JsonNode first = body(post(anna, "/v1/posts", key, Map.of("text", "Hello"))
                .expectStatus()
                .isCreated());
        JsonNode again = body(post(anna, "/v1/posts", key, Map.of("text", "Hello"))
                .expectStatus()
                .isCreated());
        assertThat(again).isEqualTo(first);
        assertThat(body(community.get(anna, "/v1/feed")).get("items").size()).isEqualTo(1);
        problem(post(anna, "/v1/posts", key, Map.of("text", "Other")), 422, "idempotency-key-reused");
    }

    @Test
    void findsWhatItDidWhenTheFirstAnswerWasLost() {
        Map<String, String> request = Map.of("handle", freshHandle(), "password", "correct horse");
        String key = UUID.randomUUID().toString();
        TestMember anna = community.member();
        JsonNode member =
                body(post(null, "/v1/members", key, request).expectStatus().isCreated());
        JsonNode post = body(post(anna, "/v1/posts", key, Map.of("text", "Hello"))
                .expectStatus()
                .isCreated());
        database.sql("DELETE FROM idempotency").then().block();
        assertThat(body(post(null, "/v1/members", key, request).expectStatus().isCreated()))
                .isEqualTo(member);
        assertThat(body(post(anna, "/v1/posts", key, Map.of("text", "Hello"))
                        .expectStatus()
                        .isCreated()))
                .isEqualTo(post);
        problem(post(null, "/v1/members", UUID.randomUUID().toString(), request), 409, "handle-taken");
    }

    @Test
    void givesARepeatedRefreshTheSameTokensInsteadOfEndingTheSignIn() {
        TestMember anna = community.member();
        Map<String, String> request = Map.of("refreshToken", anna.refreshToken());
        String key = UUID.randomUUID().toString();
        JsonNode first =
                body(post(null, "/v1/tokens", key, request).expectStatus().isOk());
        JsonNode again =
                body(post(null, "/v1/tokens", key, request).expectStatus().isOk());
        assertThat(again).isEqualTo(first);
        body(post(
                        null,
                        "/v1/tokens",
                        UUID.randomUUID().toString(),
                        Map.of("refreshToken", first.get("refreshToken").asString()))
                .expectStatus()
                .isOk());
    }

    @Test
    void endsTheSignInOfAReusedTokenForGoodAlsoUnderAKey() {
        TestMember anna = community.member();
        JsonNode next =
                body(post(null, "/v1/tokens", UUID.randomUUID().toString(), Map.of("refreshToken", anna.refreshToken()))
                        .expectStatus()
                        .isOk());
        problem(
                post(null, "/v1/tokens", UUID.randomUUID().toString(), Map.of("refreshToken", anna.refreshToken())),
                401,
                "refresh-token-reused");
        problem(
                community.post(
                        null,
                        "/v1/tokens",
                        Map.of("refreshToken", next.get("refreshToken").asString())),
                401,
                "refresh-token-reused");
    }

    private ResponseSpec post(@Nullable TestMember caller, String path, String key, Object request) {
        return http.post()
                .uri(path)
                .headers(headers -> {
                    headers.set("Idempotency-Key", key);
                    if (caller != null) {
                        headers.setBearerAuth(caller.token());
                    }
                })
                .header("Content-Type", "application/json")
                .bodyValue(request)
                .exchange();
    }
}
