package io.pasar.community.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// The part of OpenID Connect Discovery 1.0 that a service needs to trust our tokens.
record DiscoveryDocument(
        @JsonProperty("issuer") String issuer,
        @JsonProperty("jwks_uri") String jwksUri,
        @JsonProperty("token_endpoint") String tokenEndpoint,
        @JsonProperty("response_types_supported") List<String> responseTypes,
        @JsonProperty("subject_types_supported") List<String> subjectTypes,

        @JsonProperty("id_token_signing_alg_values_supported")
        List<String> signingAlgorithms,

        @JsonProperty("claims_supported") List<String> claims) {

    static DiscoveryDocument of(String issuer) {
        return new DiscoveryDocument(
                issuer,
                issuer + "/.well-known/jwks.json",
                issuer + "/v1/tokens",
                List.of("token"),
                List.of("public"),
                List.of("RS256"),
                List.of("iss", "aud", "sub", "preferred_username", "name", "iat", "exp", "jti"));
    }
}
