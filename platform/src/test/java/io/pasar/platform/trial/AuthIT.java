package io.pasar.platform.trial;

import io.pasar.test.TestTokens;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Who the edge takes a caller for.
@UsesTrialService
class AuthIT {

    private static final UUID MEMBER = UUID.fromString("0190b0c0-7a3c-7cc1-8d3e-2f6a5b4c3d2e");

    @Autowired
    WebTestClient http;

    @Test
    void takesTheBearerOfAValidTokenForItsMember() {
        http.get()
                .uri("/v1/me")
                .headers(headers -> headers.setBearerAuth(TestTokens.valid(MEMBER, "ayu")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(MEMBER.toString());
    }

    @Test
    void asksGuestsToSignInWhereAMemberIsNeeded() {
        http.get()
                .uri("/v1/me")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unauthenticated");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("badTokens")
    void refusesBadTokensWithTheirReasonEvenWhereGuestsMayGo(String token, String reason) {
        refuses("Bearer " + token, reason);
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                Arguments.of(TestTokens.expired(MEMBER, "ayu"), "expired"),
                Arguments.of(TestTokens.forged(MEMBER, "ayu"), "signature"),
                Arguments.of(TestTokens.tampered(MEMBER, UUID.randomUUID(), "ayu"), "signature"),
                Arguments.of(TestTokens.unsigned(MEMBER, "ayu"), "not signed"),
                Arguments.of(TestTokens.confused(MEMBER, "ayu"), "HS256"),
                Arguments.of(TestTokens.foreign(MEMBER, "ayu"), "issuer"),
                Arguments.of(TestTokens.forAnotherAudience(MEMBER, "ayu"), "audience"),
                Arguments.of("nonsense", "not a JSON Web Token"),
                Arguments.of("a".repeat(9_000), "longer than"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Basic YTpi", "bearer\tabc", "Bearer ä"})
    void refusesAHeaderThatIsNoBearerToken(String header) {
        refuses(header, "one Authorization header");
    }

    private void refuses(String header, String reason) {
        http.get()
                .uri("/v1/caller")
                .header(HttpHeaders.AUTHORIZATION, header)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-token")
                .jsonPath("$.detail")
                .value(
                        String.class,
                        detail -> org.assertj.core.api.Assertions.assertThat(detail)
                                .contains(reason));
    }
}
