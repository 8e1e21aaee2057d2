package io.pasar.community.token;

import io.pasar.community.member.Password;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads which of the two ways to ask for tokens a request means. Pure.
final class TokenRequestRules {

    /// No handle is longer; a longer one belongs to nobody and is refused before it costs anything.
    private static final int HANDLE_MAX = 50;

    private static final int REFRESH_TOKEN_MAX = 100;

    private TokenRequestRules() {}

    /// @throws Problem `invalid-request` if it is neither or both
    static TokenGrant read(TokenRequest request) {
        String refreshToken = request.refreshToken();
        if (refreshToken == null) {
            return signIn(request.handle(), request.password());
        }
        if (request.handle() != null || request.password() != null) {
            throw Problem.invalid("/refreshToken", "must be sent alone, without handle and password");
        }
        return refresh(refreshToken);
    }

    /// @throws Problem `invalid-request` if it is too long to be one
    static TokenGrant.Refresh refresh(String refreshToken) {
        if (refreshToken.isEmpty() || refreshToken.length() > REFRESH_TOKEN_MAX) {
            throw Problem.invalid("/refreshToken", "must be a refresh token from an earlier answer");
        }
        return new TokenGrant.Refresh(new RefreshToken(refreshToken));
    }

    private static TokenGrant signIn(@Nullable String handle, @Nullable Password password) {
        if (handle != null && password != null && !handle.isEmpty() && handle.length() <= HANDLE_MAX) {
            return new TokenGrant.SignIn(handle, password);
        }
        List<InputError> errors = new ArrayList<>();
        if (handle == null || handle.isEmpty() || handle.length() > HANDLE_MAX) {
            errors.add(new InputError("/handle", "must have 1 to " + HANDLE_MAX + " characters"));
        }
        if (password == null) {
            errors.add(new InputError("/password", "must be present"));
        }
        throw Problem.invalid(errors);
    }
}
