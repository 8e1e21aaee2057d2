package io.pasar.community.token;

import io.pasar.community.member.Password;

/// The two ways to ask for tokens.
sealed interface TokenGrant {

    /// By handle and password.
    record SignIn(String handle, Password password) implements TokenGrant {}

    /// By refresh token.
    record Refresh(RefreshToken token) implements TokenGrant {}
}
