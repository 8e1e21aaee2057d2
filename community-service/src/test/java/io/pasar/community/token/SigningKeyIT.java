package io.pasar.community.token;

import static io.pasar.community.trial.CommunityClient.body;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.UsesCommunity;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/// The keys that sign tokens, and the documents others trust them by.
@UsesCommunity
class SigningKeyIT {

    @Autowired
    CommunityClient community;

    @Autowired
    SigningKeyService keys;

    @Autowired
    DatabaseClient database;

    @Test
    void publishesTheKeyThatSignedAToken() throws ParseException, JOSEException {
        SignedJWT token = SignedJWT.parse(community.member().token());
        JWKSet published = keySet();
        assertThat(token.verify(new RSASSAVerifier(
                        published.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
    }

    @Test
    void publishesNoPrivatePart() {
        JsonNode set = body(
                community.get(null, "/.well-known/jwks.json").expectStatus().isOk());
        assertThat(set.get("keys").valueStream().toList())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.propertyNames())
                        .containsExactlyInAnyOrder("kty", "use", "alg", "kid", "n", "e"));
    }

    @Test
    void describesItselfAsAnIssuer() throws ParseException {
        JsonNode discovery = body(community
                .get(null, "/.well-known/openid-configuration")
                .expectStatus()
                .isOk());
        String issuer =
                SignedJWT.parse(community.member().token()).getJWTClaimsSet().getIssuer();
        assertThat(discovery.get("issuer").asString()).isEqualTo(issuer);
        assertThat(discovery.get("jwks_uri").asString()).isEqualTo(issuer + "/.well-known/jwks.json");
        assertThat(discovery.get("id_token_signing_alg_values_supported").get(0).asString())
                .isEqualTo("RS256");
    }

    @Test
    void rotatesWhileTokensAreInUse() throws ParseException {
        TestMember before = community.member();
        keys.rotate(Duration.ZERO).block();
        TestMember after = community.member();
        String oldKey = SignedJWT.parse(before.token()).getHeader().getKeyID();
        String newKey = SignedJWT.parse(after.token()).getHeader().getKeyID();
        assertThat(newKey).isNotEqualTo(oldKey);
        community.get(before, "/v1/members/me").expectStatus().isOk();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        community.get(after, "/v1/members/me").expectStatus().isOk());
        assertThat(keySet().getKeys()).extracting("keyID").contains(oldKey, newKey);
    }

    @Test
    void dropsALeakedKeyAtOnce() throws ParseException {
        String leaked = SignedJWT.parse(community.member().token()).getHeader().getKeyID();

        requireNonNull(keys.replaceAll().block());

        TestMember after = community.member();
        assertThat(SignedJWT.parse(after.token()).getHeader().getKeyID()).isNotEqualTo(leaked);
        assertThat(keySet().getKeys()).hasSize(1).extracting("keyID").doesNotContain(leaked);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        community.get(after, "/v1/members/me").expectStatus().isOk());
    }

    @Test
    void publishesAKeyBeforeItSigns() throws ParseException {
        String signing = SignedJWT.parse(community.member().token()).getHeader().getKeyID();
        SigningKey next = requireNonNull(keys.rotate(Duration.ofHours(1)).block());
        assertThat(keySet().getKeys()).extracting("keyID").contains(next.kid());
        assertThat(SignedJWT.parse(community.member().token()).getHeader().getKeyID())
                .isEqualTo(signing);
        database.sql("DELETE FROM signing_key WHERE kid = :kid")
                .bind("kid", next.kid())
                .then()
                .block();
    }

    @Test
    void makesOneKeyWhenManyNodesStartAtOnce() {
        long before = count();
        List<Boolean> done = io.pasar.community.trial.Together.all(8, () -> {
            keys.keepRing().block();
            return true;
        });
        assertThat(done).hasSize(8);
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        Long count = database.sql("SELECT count(*) FROM signing_key")
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
        return count == null ? 0 : count;
    }

    private JWKSet keySet() throws ParseException {
        return JWKSet.parse(body(community
                        .get(null, "/.well-known/jwks.json")
                        .expectStatus()
                        .isOk())
                .toString());
    }
}
