package io.pasar.community.member;

import static io.pasar.community.trial.CommunityClient.body;
import static io.pasar.community.trial.CommunityClient.freshHandle;
import static io.pasar.community.trial.CommunityClient.invalid;
import static io.pasar.community.trial.CommunityClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.Together;
import io.pasar.community.trial.UsesCommunity;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/// Signing up and profiles.
@UsesCommunity
class MemberIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    CommunityClient community;

    @Autowired
    DatabaseClient database;

    @Autowired
    PasswordService passwords;

    @Test
    void signsSomebodyUp() {
        String handle = freshHandle();
        ResponseSpec answer = community.post(
                null,
                "/v1/members",
                Map.of(
                        "handle", handle.toUpperCase(Locale.ROOT),
                        "password", "correct horse",
                        "displayName", "  Anna Müller ",
                        "locale", "de-DE",
                        "market", "DE"));
        JsonNode member = body(answer.expectStatus().isCreated().expectHeader().exists("Location"));
        assertThat(member.get("handle").asString()).isEqualTo(handle);
        assertThat(member.get("displayName").asString()).isEqualTo("Anna Müller");
        assertThat(member.get("locale").asString()).isEqualTo("de-DE");
        assertThat(member.get("market").asString()).isEqualTo("DE");
        assertThat(member.get("createdAt").asString()).endsWith("Z");
    }

    @Test
    void showsTheHandleWhereThereIsNoName() {
        String handle = freshHandle();
        assertThat(body(signUp(Map.of("handle", handle))).get("displayName").asString())
                .isEqualTo(handle);
    }

    @Test
    void ignoresExtrasOfClients() {
        signUp(Map.of("favouriteColour", "green")).expectStatus().isCreated();
    }

    @Test
    void givesAHandleOnce() {
        TestMember member = community.member();
        problem(signUp(Map.of("handle", member.handle().toUpperCase(Locale.ROOT))), 409, "handle-taken");
    }

    @Test
    void givesAHandleOnceToFiftyAtOnce() {
        String handle = freshHandle();
        List<Integer> statuses = Together.all(
                50,
                () -> signUp(Map.of("handle", handle))
                        .returnResult(String.class)
                        .getStatus()
                        .value());
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(members(handle)).isEqualTo(1);
    }

    @Test
    void holdsNoTransactionWhileAPasswordWaitsForItsHash() {
        Disposable queue = Flux.range(0, 300)
                .flatMap(_ -> passwords.hash(new Password("correct horse")), 300)
                .subscribe();
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> community
                .send(
                        HttpMethod.POST,
                        null,
                        "/v1/members",
                        Map.of("handle", freshHandle(), "password", "correct horse"),
                        UUID.randomUUID().toString())
                .returnResult(String.class)
                .getStatus()
                .value());
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(() -> claims() == 1);
        queue.dispose();
        assertThat(status).succeedsWithin(SOON).isEqualTo(201);
    }

    /// Claims others can see, so committed ones.
    private long claims() {
        return Objects.requireNonNull(database.sql("SELECT count(*) FROM idempotency WHERE answer IS NULL")
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }

    @Test
    void storesNoPasswordThatCouldBeRead() {
        TestMember member = community.member();
        String stored = database.sql("SELECT password_hash FROM member WHERE handle = :handle")
                .bind("handle", member.handle())
                .map(row -> row.get(0, String.class))
                .one()
                .block();
        assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(member.password());
    }

    static Stream<Arguments> badValues() {
        return Stream.of(
                Arguments.of("handle", "ab", "/handle"),
                Arguments.of("handle", "x".repeat(51), "/handle"),
                Arguments.of("handle", "x".repeat(10_000), "/handle"),
                Arguments.of("handle", "-anna", "/handle"),
                Arguments.of("handle", "an na", "/handle"),
                Arguments.of("handle", "anna\u202Egpj", "/handle"),
                Arguments.of("handle", "аnna", "/handle"),
                Arguments.of("handle", "anna\u0000", "/handle"),
                Arguments.of("handle", 12345, "/handle"),
                Arguments.of("password", "short", "/password"),
                Arguments.of("password", "x".repeat(201), "/password"),
                Arguments.of("password", "x".repeat(100_000), "/password"),
                Arguments.of("password", 12345678, "/password"),
                Arguments.of("displayName", "x".repeat(51), "/displayName"),
                Arguments.of("displayName", "evil\u202Etxt", "/displayName"),
                Arguments.of("displayName", "two\nlines", "/displayName"),
                Arguments.of("displayName", "bell\u0007", "/displayName"),
                Arguments.of("locale", "tlh-Klingon-1", "/locale"),
                Arguments.of("locale", "de_DE!", "/locale"),
                Arguments.of("market", "XX1", "/market"),
                Arguments.of("market", "ZZ", "/market"),
                Arguments.of("referralCode", "NOBODYS1", "/referralCode"),
                Arguments.of("referralCode", "x".repeat(10_000), "/referralCode"));
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void refusesABadValueAndKeepsNothing(String field, Object value, String pointer) {
        String handle = freshHandle();
        Map<String, Object> request = new LinkedHashMap<>(Map.of("handle", handle, "password", "correct horse"));
        request.put(field, value);
        invalid(community.post(null, "/v1/members", request), pointer);
        assertThat(members(handle)).isZero();
    }

    @Test
    void refusesARequestWithoutHandleAndPassword() {
        invalid(community.post(null, "/v1/members", Map.of("password", "correct horse")), "/handle");
        invalid(community.post(null, "/v1/members", Map.of("handle", freshHandle())), "/password");
    }

    @Test
    void refusesWhatIsNoJson() {
        problem(community.post(null, "/v1/members", "{\"handle\":"), 400, "malformed-json");
    }

    @Test
    void showsMembersTheirOwnProfile() {
        TestMember member = community.member();
        JsonNode me =
                body(community.get(member, "/v1/members/me").expectStatus().isOk());
        assertThat(me.get("id").asString()).isEqualTo(member.id().toString());
        assertThat(me.propertyNames()).contains("locale", "market", "followers", "following");
    }

    @Test
    void showsOthersNoMoreThanTheyNeed() {
        TestMember member = community.member();
        JsonNode profile = body(
                community.get(null, "/v1/members/" + member.id()).expectStatus().isOk());
        assertThat(profile.propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "handle", "displayName", "createdAt", "followers", "following", "followedByMe");
    }

    @Test
    void knowsNobodyByAnUnknownId() {
        problem(community.get(null, "/v1/members/" + UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void refusesWhatIsNoId() {
        problem(community.get(null, "/v1/members/1-1-1-1-1"), 400, "invalid-request");
    }

    @Test
    void asksGuestsToSignIn() {
        problem(community.get(null, "/v1/members/me"), 401, "unauthenticated");
    }

    private ResponseSpec signUp(Map<String, Object> values) {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("handle", freshHandle(), "password", "correct horse"));
        request.putAll(values);
        return community.post(null, "/v1/members", request);
    }

    private long members(String handle) {
        Long count = database.sql("SELECT count(*) FROM member WHERE handle = :handle")
                .bind("handle", handle)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
        return count == null ? 0 : count;
    }
}
