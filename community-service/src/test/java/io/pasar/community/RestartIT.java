package io.pasar.community;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.community.trial.CommunityClient;
import io.pasar.test.UsesServers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;

/// What was said before a restart holds after it.
@UsesServers
class RestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void keepsMembersTokensKeysPostsAndCodes() {
        Map<String, String> credentials =
                Map.of("handle", CommunityClient.freshHandle(), "password", CommunityClient.PASSWORD);
        String token;
        String refreshToken;
        String post;
        String referral;
        String keys;
        try (ConfigurableApplicationContext service = start()) {
            WebClient http = client(service);
            post(http, "", "/v1/members", credentials);
            JsonNode tokens = post(http, "", "/v1/tokens", credentials);
            token = tokens.get("accessToken").asString();
            refreshToken = tokens.get("refreshToken").asString();
            post = post(http, token, "/v1/posts", Map.of("text", "Still here"))
                    .get("id")
                    .asString();
            referral = get(http, token, "/v1/referrals/me");
            keys = get(http, "", "/.well-known/jwks.json");
        }
        try (ConfigurableApplicationContext service = start()) {
            WebClient http = client(service);
            assertThat(get(http, "", "/.well-known/jwks.json")).isEqualTo(keys);
            assertThat(get(http, token, "/v1/members/me")).contains(credentials.get("handle"));
            assertThat(get(http, token, "/v1/feed")).contains(post, "Still here");
            assertThat(get(http, token, "/v1/referrals/me")).isEqualTo(referral);
            assertThat(post(http, "", "/v1/tokens", Map.of("refreshToken", refreshToken))
                            .get("tokenType")
                            .asString())
                    .isEqualTo("Bearer");
            assertThat(post(http, "", "/v1/tokens", credentials).has("accessToken"))
                    .isTrue();
        }
    }

    private static ConfigurableApplicationContext start() {
        ConfigurableApplicationContext service = new SpringApplicationBuilder(CommunityServiceApplication.class)
                .initializers(context -> ownLoops((GenericApplicationContext) context))
                .run("--spring.config.name=community-service", "--server.port=0", "--spring.main.banner-mode=off");
        await().atMost(PATIENCE).until(() -> isReady(service));
        return service;
    }

    /// A service that ends takes the loops that all others share with it.
    private static void ownLoops(GenericApplicationContext context) {
        context.registerBean("reactorResourceFactory", ReactorResourceFactory.class, RestartIT::resources);
    }

    private static ReactorResourceFactory resources() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }

    private static boolean isReady(ConfigurableApplicationContext service) {
        return Boolean.TRUE.equals(client(service)
                .get()
                .uri("/actuator/health/readiness")
                .exchangeToMono(answer ->
                        answer.releaseBody().thenReturn(answer.statusCode().is2xxSuccessful()))
                .onErrorReturn(false)
                .block(PATIENCE));
    }

    private static WebClient client(ConfigurableApplicationContext service) {
        String port = requireNonNull(service.getEnvironment().getProperty("local.server.port"));
        return WebClient.create("http://localhost:" + port + "/community");
    }

    private static JsonNode post(WebClient http, String token, String path, Object body) {
        return requireNonNull(http.post()
                .uri(path)
                .headers(headers -> authorize(headers, token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block(PATIENCE));
    }

    private static String get(WebClient http, String token, String path) {
        return requireNonNull(http.get()
                .uri(path)
                .headers(headers -> authorize(headers, token))
                .retrieve()
                .onStatus(HttpStatusCode::isError, answer -> answer.createException())
                .bodyToMono(String.class)
                .block(PATIENCE));
    }

    private static void authorize(HttpHeaders headers, String token) {
        if (!token.isEmpty()) {
            headers.setBearerAuth(token);
        }
    }
}
