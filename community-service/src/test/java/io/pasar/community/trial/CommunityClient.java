package io.pasar.community.trial;

import static java.util.Objects.requireNonNull;

import io.pasar.kernel.id.MemberId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/// Speaks to the service over HTTP as its users do.
@TestComponent
public class CommunityClient {

    /// The password of members made by [#member()].
    public static final String PASSWORD = "correct horse battery";

    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    private final WebTestClient http;

    CommunityClient(WebTestClient http) {
        this.http = http;
    }

    /// A handle nobody has.
    public static String freshHandle() {
        return "m" + Long.toString(NUMBERS.incrementAndGet(), 36);
    }

    /// A new member, signed in.
    public TestMember member() {
        return member(null);
    }

    /// A new member who came through a friend's code, signed in.
    public TestMember member(@Nullable String referralCode) {
        String handle = freshHandle();
        Map<String, Object> request = new LinkedHashMap<>(Map.of("handle", handle, "password", PASSWORD));
        if (referralCode != null) {
            request.put("referralCode", referralCode);
        }
        JsonNode member = body(post(null, "/v1/members", request).expectStatus().isCreated());
        JsonNode tokens = signIn(handle, PASSWORD);
        return new TestMember(
                MemberId.of(member.get("id").asString()),
                handle,
                PASSWORD,
                tokens.get("accessToken").asString(),
                tokens.get("refreshToken").asString());
    }

    /// Tokens for handle and password.
    public JsonNode signIn(String handle, String password) {
        return body(post(null, "/v1/tokens", Map.of("handle", handle, "password", password))
                .expectStatus()
                .isOk());
    }

    /// The friend's code of a member.
    public String codeOf(TestMember member) {
        return body(get(member, "/v1/referrals/me").expectStatus().isOk())
                .get("code")
                .asString();
    }

    /// A post with this text.
    public String post(TestMember author, String text) {
        return body(post(author, "/v1/posts", Map.of("text", text))
                        .expectStatus()
                        .isCreated())
                .get("id")
                .asString();
    }

    public ResponseSpec get(@Nullable TestMember caller, String path) {
        return send(HttpMethod.GET, caller, path, null);
    }

    public ResponseSpec post(@Nullable TestMember caller, String path, Object body) {
        return send(HttpMethod.POST, caller, path, body);
    }

    public ResponseSpec put(@Nullable TestMember caller, String path) {
        return send(HttpMethod.PUT, caller, path, null);
    }

    public ResponseSpec delete(@Nullable TestMember caller, String path) {
        return send(HttpMethod.DELETE, caller, path, null);
    }

    /// @param body JSON text, or what becomes JSON
    public ResponseSpec send(HttpMethod method, @Nullable TestMember caller, String path, @Nullable Object body) {
        return send(method, caller, path, body, null);
    }

    /// The same under an idempotency key, if there is one.
    public ResponseSpec send(
            HttpMethod method, @Nullable TestMember caller, String path, @Nullable Object body, @Nullable String key) {
        RequestBodySpec request = http.method(method).uri(path);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (caller != null) {
            request.headers(headers -> headers.setBearerAuth(caller.token()));
        }
        if (body != null) {
            request.header("Content-Type", "application/json").bodyValue(body);
        }
        return request.exchange();
    }

    /// Asserts a problem answer of this type.
    public static JsonNode problem(ResponseSpec answer, int status, String slug) {
        JsonNode problem = body(answer.expectHeader()
                .contentType("application/problem+json")
                .expectStatus()
                .isEqualTo(status));
        if (!problem.get("type").asString().equals("/problems/" + slug)) {
            throw new AssertionError("expected /problems/" + slug + ", got " + problem);
        }
        return problem;
    }

    /// Asserts an `invalid-request` problem that names this value.
    public static void invalid(ResponseSpec answer, String pointer) {
        JsonNode problem = problem(answer, 400, "invalid-request");
        boolean named = problem.get("errors")
                .valueStream()
                .anyMatch(error -> error.get("pointer").asString().equals(pointer));
        if (!named) {
            throw new AssertionError("expected an error at " + pointer + ", got " + problem);
        }
    }

    public static JsonNode body(ResponseSpec answer) {
        return requireNonNull(answer.expectBody(JsonNode.class).returnResult().getResponseBody());
    }
}
