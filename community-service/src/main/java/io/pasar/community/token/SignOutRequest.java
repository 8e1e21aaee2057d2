package io.pasar.community.token;

/// What somebody sends to sign out: any refresh token of the sign-in.
record SignOutRequest(String refreshToken) {

    @Override
    public String toString() {
        return "SignOutRequest[hidden]";
    }
}
