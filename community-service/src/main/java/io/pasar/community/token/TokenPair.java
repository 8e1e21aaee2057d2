package io.pasar.community.token;

/// The answer to a request for tokens. Shows no secret when printed.
///
/// @param tokenType always `Bearer`
/// @param expiresIn seconds the access token lives
record TokenPair(String accessToken, String refreshToken, String tokenType, long expiresIn) {

    @Override
    public String toString() {
        return "TokenPair[hidden]";
    }
}
