package io.pasar.community.token;

import static io.pasar.community.trial.CommunityClient.PASSWORD;
import static io.pasar.community.trial.CommunityClient.body;
import static io.pasar.community.trial.CommunityClient.freshHandle;
import static io.pasar.community.trial.CommunityClient.invalid;
import static io.pasar.community.trial.CommunityClient.problem;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.Together;
import io.pasar.community.trial.UsesCommunity;
import io.pasar.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/// Signing in, refreshing and signing out.
@UsesCommunity
class TokenIT {

    @Autowired
    CommunityClient community;

    @Autowired
    DatabaseClient database;

    @Test
    void signsInWithHandleAndPassword() {
        TestMember member = community.member();
        ResponseSpec answer =
                community.post(null, "/v1/tokens", Map.of("handle", member.handle(), "password", member.password()));
        JsonNode tokens = body(answer.expectStatus().isOk().expectHeader().valueEquals("Cache-Control", "no-store"));
        assertThat(tokens.propertyNames())
                .containsExactlyInAnyOrder("accessToken", "refreshToken", "tokenType", "expiresIn");
        assertThat(tokens.get("tokenType").asString()).isEqualTo("Bearer");
        assertThat(tokens.get("expiresIn").asInt()).isEqualTo(900);
    }

    @Test
    void writesWhoItIsIntoTheToken() throws ParseException {
        TestMember member = community.member();
        SignedJWT token = SignedJWT.parse(member.token());
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getHeader().getKeyID()).isNotEmpty();
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(member.id().toString());
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("pasar");
        assertThat(token.getJWTClaimsSet().getStringClaim("preferred_username")).isEqualTo(member.handle());
        assertThat(token.getJWTClaimsSet().getJWTID()).isNotEmpty();
    }

    @Test
    void doesNotSayWhetherHandleOrPasswordIsWrong() {
        TestMember member = community.member();
        JsonNode wrongPassword = problem(signIn(member.handle(), "not this one"), 401, "wrong-credentials");
        JsonNode wrongHandle = problem(signIn(freshHandle(), "not this one"), 401, "wrong-credentials");
        assertThat(wrongHandle).isEqualTo(wrongPassword);
    }

    @Test
    void takesAsLongForAnUnknownHandleAsForAWrongPassword() {
        TestMember member = community.member();
        signIn(freshHandle(), "not this one");
        long known = Stream.generate(() -> nanos(member.handle()))
                .limit(5)
                .min(Long::compare)
                .orElseThrow();
        long unknown = Stream.generate(() -> nanos(freshHandle()))
                .limit(5)
                .min(Long::compare)
                .orElseThrow();
        assertThat((double) unknown / known).isBetween(0.3, 3.0);
    }

    @Test
    void refusesAPasswordThatIsTooLongForAnybodyAsWrong() {
        problem(signIn(community.member().handle(), "x".repeat(1000)), 401, "wrong-credentials");
    }

    @Test
    void exchangesARefreshTokenOnce() {
        TestMember member = community.member();
        JsonNode next = body(refresh(member.refreshToken()).expectStatus().isOk());
        assertThat(next.get("refreshToken").asString()).isNotEqualTo(member.refreshToken());
        body(refresh(next.get("refreshToken").asString()).expectStatus().isOk());
    }

    @Test
    void endsTheSignInWhenARefreshTokenComesTwice() {
        TestMember member = community.member();
        JsonNode next = body(refresh(member.refreshToken()).expectStatus().isOk());
        problem(refresh(member.refreshToken()), 401, "refresh-token-reused");
        problem(refresh(next.get("refreshToken").asString()), 401, "refresh-token-reused");
        community.signIn(member.handle(), PASSWORD);
    }

    @Test
    void letsOneOfTwoWinWhoUseATokenAtOnceAndEndsTheSignIn() {
        TestMember member = community.member();
        List<ResponseSpec> answers = Together.all(2, () -> refresh(member.refreshToken()));
        List<Integer> statuses = answers.stream()
                .map(answer -> answer.returnResult(JsonNode.class).getStatus().value())
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 401);
        assertThat(revokedFor(member)).isEqualTo("reuse");
    }

    @Test
    void refusesARefreshTokenThatLayIdleTooLong() {
        TestMember member = community.member();
        update(
                "UPDATE refresh_token SET idle_until = now() - interval '1 second' WHERE family IN "
                        + "(SELECT id FROM refresh_family WHERE member = :member)",
                member);
        problem(refresh(member.refreshToken()), 401, "refresh-token-ended");
    }

    @Test
    void asksForThePasswordAgainAfterTheLongestTime() {
        TestMember member = community.member();
        update("UPDATE refresh_family SET ends_at = now() - interval '1 second' WHERE member = :member", member);
        problem(refresh(member.refreshToken()), 401, "refresh-token-ended");
    }

    @Test
    void knowsNoRefreshTokenItDidNotGive() {
        problem(refresh("x".repeat(43)), 401, "refresh-token-ended");
    }

    @Test
    void keepsNoRefreshTokenThatCouldBeUsed() {
        TestMember member = community.member();
        List<byte[]> hashes = requireNonNull(database.sql("SELECT hash FROM refresh_token WHERE family IN "
                        + "(SELECT id FROM refresh_family WHERE member = :member)")
                .bind("member", member.id().value())
                .map(row -> row.get(0, byte[].class))
                .all()
                .collectList()
                .block());
        assertThat(hashes).hasSize(1).first().isEqualTo(new RefreshToken(member.refreshToken()).hash());
        assertThat(hashes.getFirst()).isNotEqualTo(member.refreshToken().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void signsOut() {
        TestMember member = community.member();
        signOut(member.refreshToken()).expectStatus().isNoContent();
        signOut(member.refreshToken()).expectStatus().isNoContent();
        problem(refresh(member.refreshToken()), 401, "refresh-token-ended");
    }

    @Test
    void refusesARequestThatIsNeitherSignInNorRefresh() {
        invalid(community.post(null, "/v1/tokens", Map.of()), "/handle");
        invalid(community.post(null, "/v1/tokens", Map.of("handle", "anna")), "/password");
        invalid(
                community.post(
                        null, "/v1/tokens", Map.of("handle", "anna", "password", "secret12", "refreshToken", "abc")),
                "/refreshToken");
        invalid(community.post(null, "/v1/tokens", Map.of("handle", "x".repeat(10_000), "password", "s")), "/handle");
    }

    static Stream<String> badTokens() throws ParseException {
        java.util.UUID id = java.util.UUID.randomUUID();
        return Stream.of(
                "nonsense",
                TestTokens.valid(id, "anna"),
                TestTokens.forged(id, "anna"),
                TestTokens.unsigned(id, "anna"),
                TestTokens.confused(id, "anna"),
                TestTokens.expired(id, "anna"),
                TestTokens.foreign(id, "anna"));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void trustsNoTokenButItsOwn(String token) {
        TestMember stranger = new TestMember(community.member().id(), "anna", PASSWORD, token, "");
        problem(community.get(stranger, "/v1/members/me"), 401, "invalid-token");
    }

    @Test
    void trustsNoTokenThatWasChanged() {
        TestMember member = community.member();
        String[] parts = member.token().split("\\.", -1);
        String claims = new String(java.util.Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(member.id().toString(), community.member().id().toString());
        String changed = parts[0] + "."
                + java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];
        TestMember thief = new TestMember(member.id(), member.handle(), PASSWORD, changed, "");
        problem(community.get(thief, "/v1/members/me"), 401, "invalid-token");
    }

    private long nanos(String handle) {
        long start = System.nanoTime();
        signIn(handle, "not this one").expectStatus().isUnauthorized();
        return Duration.ofNanos(System.nanoTime() - start).toNanos();
    }

    private ResponseSpec signIn(String handle, String password) {
        return community.post(null, "/v1/tokens", Map.of("handle", handle, "password", password));
    }

    private ResponseSpec refresh(String refreshToken) {
        return community.post(null, "/v1/tokens", Map.of("refreshToken", refreshToken));
    }

    private ResponseSpec signOut(String refreshToken) {
        return community.send(HttpMethod.DELETE, null, "/v1/tokens", Map.of("refreshToken", refreshToken));
    }

    private String revokedFor(TestMember member) {
        return String.valueOf(database.sql("SELECT revoked_for FROM refresh_family WHERE member = :member")
                .bind("member", member.id().value())
                .map(row -> String.valueOf(row.get(0, String.class)))
                .one()
                .block());
    }

    private void update(String sql, TestMember member) {
        database.sql(sql).bind("member", member.id().value()).then().block();
    }
}
