package io.pasar.test;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Puts the test issuer in the place of the configured ones.
final class TestIssuerSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = Map.of(
                "pasar.auth.issuers[0].issuer", TestTokens.issuer(),
                "pasar.auth.issuers[0].audience", TestTokens.audience(),
                "pasar.auth.issuers[0].jwks", TestTokens.jwks());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test issuer", settings));
    }
}
