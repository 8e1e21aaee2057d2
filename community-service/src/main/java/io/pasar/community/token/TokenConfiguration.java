package io.pasar.community.token;

import io.pasar.community.job.PeriodicJob;
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
        return new PeriodicJob("rotating signing keys", properties.housekeepingEvery(), keys.keepRing());
    }

    @Bean
    PeriodicJob deadTokenJob(TokenService tokens, TokenProperties properties) {
        return new PeriodicJob("removing ended sign-ins", properties.housekeepingEvery(), tokens.removeDead());
    }
}
