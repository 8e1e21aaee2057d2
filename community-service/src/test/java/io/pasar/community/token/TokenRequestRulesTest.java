package io.pasar.community.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pasar.community.member.Password;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The two ways to ask for tokens.
class TokenRequestRulesTest {

    @Test
    void readsASignIn() {
        assertThat(TokenRequestRules.read(request("anna", "correct horse", null)))
                .isEqualTo(new TokenGrant.SignIn("anna", new Password("correct horse")));
    }

    @Test
    void readsARefresh() {
        assertThat(TokenRequestRules.read(request(null, null, "abc")))
                .isEqualTo(new TokenGrant.Refresh(new RefreshToken("abc")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, /handle",
                "anna, -, -, /password",
                "-, secret, -, /handle",
                "anna, secret, abc, /refreshToken",
                "anna, -, abc, /refreshToken",
                "-, -, '', /refreshToken",
            })
    void refusesWhatIsNeitherOrBoth(
            @Nullable String handle, @Nullable String password, @Nullable String refreshToken, String pointer) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> TokenRequestRules.read(request(handle, password, refreshToken)))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(InputError::pointer)
                        .contains(pointer));
    }

    @Test
    void refusesWhatIsTooLongToBeOne() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> TokenRequestRules.read(request("x".repeat(10_000), "secret", null)));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> TokenRequestRules.read(request(null, null, "x".repeat(10_000))));
    }

    @Test
    void neverShowsASecret() {
        TokenRequest request = request("anna", "correct horse", "abc");
        assertThat(request.toString()).doesNotContain("horse", "abc");
        assertThat(new TokenGrant.SignIn("anna", new Password("correct horse")).toString())
                .doesNotContain("horse");
        assertThat(new TokenPair("aaa", "rrr", "Bearer", 1).toString()).doesNotContain("aaa", "rrr");
    }

    private static TokenRequest request(
            @Nullable String handle, @Nullable String password, @Nullable String refreshToken) {
        return new TokenRequest(handle, password == null ? null : new Password(password), refreshToken);
    }
}
