package io.pasar.community.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Lifetimes of tokens and of the keys that sign them.
///
/// @param issuer the `iss` of access tokens and the base of the documents others trust them by
/// @param audience the `aud` of access tokens
/// @param accessLifetime how long an access token lives
/// @param refreshIdle how long a refresh token lives unused
/// @param refreshAbsolute how long a sign-in lives, however often it is refreshed
/// @param rotateKeysAfter how long a key signs before a new one takes over
/// @param publishKeysAhead how long a new key is published before it signs, so that whoever caches the key set
///     knows it in time
/// @param sealingKey base64 of 32 bytes that encrypts private keys at rest; without it they are stored as they
///     are
/// @param housekeepingEvery how often keys are rotated when due and dead sign-ins removed
@Validated
@ConfigurationProperties("pasar.token")
record TokenProperties(
        String issuer,
        @DefaultValue("pasar") String audience,
        @DefaultValue("15m") Duration accessLifetime,
        @DefaultValue("14d") Duration refreshIdle,
        @DefaultValue("90d") Duration refreshAbsolute,
        @DefaultValue("30d") Duration rotateKeysAfter,
        @DefaultValue("10m") Duration publishKeysAhead,
        @Nullable String sealingKey,
        @DefaultValue("10m") Duration housekeepingEvery) {

    @Override
    public String toString() {
        return "TokenProperties[issuer=" + issuer + "]";
    }
}
