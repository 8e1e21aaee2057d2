package io.pasar.community.token;

import io.pasar.platform.job.PeriodicJob;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires `token`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenProperties.class)
class TokenConfiguration {

    @Bean
    AccessTokens accessTokens(TokenProperties properties) {
        return new AccessTokens(properties.issuer(), properties.audience(), properties.accessLifetime());
    }

    @Bean
    KeyCodec keyCodec(TokenProperties properties) {
        SecureRandom random = new SecureRandom();
        return new KeyCodec(
                Optional.ofNullable(properties.sealingKey())
                        .filter(key -> !key.isBlank())
                        .map(KeySeal::new),
                () -> {
                    byte[] nonce = new byte[KeySeal.NONCE_BYTES];
                    random.nextBytes(nonce);
                    return nonce;
                });
    }

    /// Runs at the start too, which is what makes the first key.
    @Bean
    PeriodicJob signingKeyJob(SigningKeyService keys, TokenProperties properties) {
        return PeriodicJob.every(
                properties.housekeepingEvery(),
                "The rotation of signing keys",
                keys.keepRing().thenReturn(false));
    }

    @Bean
    PeriodicJob deadTokenJob(TokenService tokens, TokenProperties properties) {
        return PeriodicJob.every(properties.housekeepingEvery(), "The removal of ended sign-ins", tokens.removeDead());
    }
}
