package io.pasar.community.token;

import io.pasar.community.member.Password;
import org.jspecify.annotations.Nullable;

/// What somebody sends for tokens: handle and password, or a refresh token. Shows no secret when printed.
///
/// @param refreshToken as an earlier answer gave it
record TokenRequest(
        @Nullable String handle,
        @Nullable Password password,
        @Nullable String refreshToken) {

    @Override
    public String toString() {
        return "TokenRequest[hidden]";
    }
}
