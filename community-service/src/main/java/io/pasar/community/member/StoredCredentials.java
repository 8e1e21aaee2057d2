package io.pasar.community.member;

/// A member and the hash of their password.
record StoredCredentials(Member member, String passwordHash) {

    @Override
    public String toString() {
        return "StoredCredentials[hidden]";
    }
}
