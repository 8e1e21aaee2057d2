package io.pasar.community.token;

import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/// An RSA key pair that signs access tokens.
///
/// @param kid its name in token headers and in the key set
/// @param publishedAt since when the key set shows it
/// @param signsFrom since when it signs, until a younger one does
record SigningKey(
        String kid, RSAPublicKey publicKey, RSAPrivateKey privateKey, Instant publishedAt, Instant signsFrom) {

    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
