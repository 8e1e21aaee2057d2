package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/// Where services look for each other unless told: each alone at its port, or all behind one address.
class ServiceDefaultsTest {

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void findEachOtherWhenEachRunsAlone(ServiceName service) {
        ConfigurableEnvironment settings = settings(service, Map.of());
        String community = at(ServiceName.COMMUNITY);

        assertThat(settings.getProperty("pasar.auth.issuers[0].issuer")).isEqualTo(community);
        assertThat(settings.getProperty("pasar.auth.issuers[0].jwks-uri"))
                .isEqualTo(community + "/.well-known/jwks.json");
    }

    @Test
    void findEachOthersDataWhenEachRunsAlone() {
        ConfigurableEnvironment settings = settings(ServiceName.COMMUNITY, Map.of());

        assertThat(settings.getProperty("pasar.token.issuer")).isEqualTo(at(ServiceName.COMMUNITY));
        assertThat(settings.getProperty("pasar.post.live-url")).isEqualTo(at(ServiceName.LIVE));
    }

    @Test
    void speakOfOneAddressBehindAnEdge() {
        ConfigurableEnvironment settings =
                settings(ServiceName.COMMUNITY, Map.of("pasar.public-url", "https://pasar.example"));

        assertThat(settings.getProperty("pasar.token.issuer")).isEqualTo("https://pasar.example/community");
        assertThat(settings.getProperty("pasar.auth.issuers[0].issuer")).isEqualTo("https://pasar.example/community");
        assertThat(settings.getProperty("pasar.post.live-url")).isEqualTo("https://pasar.example/live");
        assertThat(settings.getProperty("pasar.referral.link")).startsWith("https://pasar.example/");
    }

    @Test
    void fetchKeysFromNearerByWhereTold() {
        ConfigurableEnvironment settings = settings(
                ServiceName.LIVE,
                Map.of("pasar.public-url", "https://pasar.example", "pasar.auth.jwks-uri", "http://community/keys"));

        assertThat(settings.getProperty("pasar.auth.issuers[0].issuer")).isEqualTo("https://pasar.example/community");
        assertThat(settings.getProperty("pasar.auth.issuers[0].jwks-uri")).isEqualTo("http://community/keys");
    }

    private static String at(ServiceName service) {
        ConfigurableEnvironment settings = settings(service, Map.of());
        return "http://localhost:" + settings.getProperty("server.port")
                + settings.getProperty("spring.webflux.base-path");
    }

    private static ConfigurableEnvironment settings(ServiceName service, Map<String, Object> told) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("name", Map.of("spring.config.name", service.configuration())));
        environment.getPropertySources().addFirst(new MapPropertySource("told", told));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource("classpath:platform/platform.properties"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return environment;
    }
}
