package io.pasar.platform.auth;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Whose tokens the service trusts. Durations take a unit: `30s`.
///
/// @param issuers the trusted issuers; by default the built-in one at `pasar.auth.issuer`
/// @param clockSkew how far an issuer's clock may be off, at most 5 min
/// @param tokenLifetimeMax how far ahead a token may end; one that lives longer is refused
/// @param verifiedMax the most verified tokens remembered; each until it expires, at most for `keysMaxAge`
/// @param keysTimeout how long fetching an issuer's keys may take
/// @param keysMaxAge after how long keys are fetched again
/// @param keysRefreshGap the least time between two fetches, so that tokens with invented key ids cause no load
@Validated
@ConfigurationProperties("pasar.auth")
public record AuthProperties(
        @DefaultValue List<@Valid Issuer> issuers,

        @DefaultValue("30s") @DurationMin @DurationMax(minutes = 5)
        Duration clockSkew,

        @DefaultValue("24h") @DurationMin(minutes = 1) Duration tokenLifetimeMax,
        @DefaultValue("50000") @Min(0) @Max(10_000_000) int verifiedMax,
        @DefaultValue("3s") @DurationMin(millis = 10) Duration keysTimeout,
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration keysMaxAge,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration keysRefreshGap) {

    /// One trusted issuer. Its keys come from `jwks`, else from `jwks-uri`, else from the `jwks_uri` of its
    /// OpenID discovery document.
    ///
    /// @param issuer what stands in `iss`, to the letter
    /// @param jwks the keys themselves, as JSON text
    /// @param jwksUri where the keys are
    /// @param audience what `aud` must name
    /// @param algorithms what tokens may be signed with
    /// @param subject what `sub` stands for
    public record Issuer(
            @NotBlank String issuer,
            @Nullable String jwks,
            @Nullable URI jwksUri,
            @DefaultValue("pasar") @NotBlank String audience,
            @DefaultValue("RS256") @NotEmpty Set<SigningAlgorithm> algorithms,
            @DefaultValue("MEMBER_ID") SubjectMeaning subject) {}
}
