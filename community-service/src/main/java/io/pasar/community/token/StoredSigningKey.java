package io.pasar.community.token;

import java.time.Instant;

/// A signing key as it lies in the database: public part in X.509 form, private part in PKCS #8 form, sealed or
/// not.
@SuppressWarnings("ArrayRecordComponent")
record StoredSigningKey(
        String kid, byte[] publicKey, byte[] privateKey, boolean sealed, Instant publishedAt, Instant signsFrom) {

    @Override
    public String toString() {
        return "StoredSigningKey[" + kid + "]";
    }
}
