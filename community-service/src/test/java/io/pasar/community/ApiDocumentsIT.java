package io.pasar.community;

import static io.pasar.community.trial.CommunityClient.PASSWORD;
import static io.pasar.community.trial.CommunityClient.body;
import static io.pasar.community.trial.CommunityClient.freshHandle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.FakeLive;
import io.pasar.community.trial.LiveEvents;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.UsesCommunity;
import io.pasar.kernel.id.MemberId;
import io.pasar.platform.problem.ProblemCode;
import io.pasar.test.ApiDocument;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The API documents say what the running code does, and the code does what they say.
@UsesCommunity
class ApiDocumentsIT {

    private static final ApiDocument OPEN_API = ApiDocument.of("community", "openapi");

    @Autowired
    CommunityClient community;

    @Autowired
    LiveEvents live;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void documentsEveryCallAndNoOther() {
        assertThat(OPEN_API.calls()).isEqualTo(mapped());
    }

    @Test
    void documentsEveryRefusalOfThisService() {
        String document = OPEN_API.root().toString();
        assertThat(problems())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(document).contains(type));
    }

    @Test
    void documentsEveryRefusalThatAnyCallCanMeet() {
        assertThat(OPEN_API.untoldRefusals()).isEmpty();
    }

    @Test
    void servesBothDocuments() {
        for (String name : List.of("openapi", "asyncapi")) {
            community
                    .get(null, "/" + name)
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(text -> assertThat(text).contains("title: Pasar community"));
        }
    }

    @Test
    void answersAboutMembersAndTokensAsDocumented() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        JsonNode signUp = holds(
                "post",
                "/v1/members",
                201,
                community.post(
                        null, "/v1/members", Map.of("handle", freshHandle(), "password", PASSWORD, "market", "ID")));
        holds("post", "/v1/members", 400, community.post(null, "/v1/members", Map.of("handle", "x")));
        holds(
                "post",
                "/v1/members",
                409,
                community.post(null, "/v1/members", Map.of("handle", anna.handle(), "password", PASSWORD)));
        holds("get", "/v1/members/me", 200, community.get(anna, "/v1/members/me"));
        holds("get", "/v1/members/me", 401, community.get(null, "/v1/members/me"));
        holds(
                "get",
                "/v1/members/{id}",
                200,
                community.get(null, "/v1/members/" + signUp.get("id").asString()));
        holds("get", "/v1/members/{id}", 404, community.get(null, "/v1/members/" + UUID.randomUUID()));
        community
                .put(anna, "/v1/members/" + ben.id() + "/follow")
                .expectStatus()
                .isNoContent();
        holds("put", "/v1/members/{id}/follow", 409, community.put(anna, "/v1/members/" + anna.id() + "/follow"));
        holds(
                "post",
                "/v1/tokens",
                200,
                community.post(null, "/v1/tokens", Map.of("handle", anna.handle(), "password", PASSWORD)));
        holds(
                "post",
                "/v1/tokens",
                401,
                community.post(null, "/v1/tokens", Map.of("handle", anna.handle(), "password", "a wrong one")));
        holds("get", "/.well-known/jwks.json", 200, community.get(null, "/.well-known/jwks.json"));
        holds(
                "get",
                "/.well-known/openid-configuration",
                200,
                community.get(null, "/.well-known/openid-configuration"));
        holds("get", "/v1/socket", 426, community.get(null, "/v1/socket"));
    }

    @Test
    void answersAboutPostsAsDocumented() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        community
                .put(ben, "/v1/members/" + anna.id() + "/follow")
                .expectStatus()
                .isNoContent();
        String product = FakeLive.product(
                        "{\"id\":\"%s\",\"title\":\"Cup\",\"variants\":[{\"price\":{\"amount\":\"5\",\"currency\":\"JPY\"}}]}")
                .toString();
        JsonNode post = holds(
                "post",
                "/v1/posts",
                201,
                community.post(
                        anna,
                        "/v1/posts",
                        Map.of(
                                "text",
                                "Look",
                                "products",
                                List.of(product),
                                "media",
                                List.of("https://a.example/a.jpg"))));
        String path = "/v1/posts/" + post.get("id").asString();
        holds("post", "/v1/posts", 400, community.post(anna, "/v1/posts", Map.of()));
        holds("patch", "/v1/posts/{id}", 200, community.send(HttpMethod.PATCH, anna, path, Map.of("text", "Better")));
        holds("patch", "/v1/posts/{id}", 403, community.send(HttpMethod.PATCH, ben, path, Map.of("text", "Mine")));
        holds("post", "/v1/posts/{id}/comments", 201, community.post(ben, path + "/comments", Map.of("text", "Nice")));
        community.put(ben, path + "/reactions/like").expectStatus().isNoContent();
        holds("put", "/v1/posts/{id}/reactions/{kind}", 400, community.put(ben, path + "/reactions/hate"));
        holds("get", "/v1/posts/{id}", 200, community.get(ben, path));
        holds("get", "/v1/posts/{id}/comments", 200, community.get(ben, path + "/comments"));
        JsonNode feed = holds("get", "/v1/feed", 200, community.get(ben, "/v1/feed"));
        assertThat(feed.get("items").size()).isEqualTo(1);
        holds("get", "/v1/feed", 400, community.get(ben, "/v1/feed?limit=0"));
    }

    @Test
    void answersAboutRewardsAsDocumented() {
        TestMember anna = community.member();
        holds("get", "/v1/referrals/me", 200, community.get(anna, "/v1/referrals/me"));
        TestMember ben = community.member(community.codeOf(anna));
        live.publish(LiveEvents.paid(ben.id(), new MemberId(UUID.randomUUID())));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !body(community.get(anna, "/v1/rewards/entries"))
                        .get("items")
                        .isEmpty());
        holds("get", "/v1/rewards/balance", 200, community.get(anna, "/v1/rewards/balance"));
        holds("get", "/v1/rewards/entries", 200, community.get(anna, "/v1/rewards/entries"));
        holds("get", "/v1/rewards/balance", 401, community.get(null, "/v1/rewards/balance"));
    }

    private static JsonNode holds(String method, String path, int status, ResponseSpec answer) {
        JsonNode found = body(answer.expectStatus().isEqualTo(status));
        String type = status < 400 ? "application/json" : "application/problem+json";
        assertThat(OPEN_API.objections(method, path, status, type, found)).isEmpty();
        return found;
    }

    private Set<String> mapped() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("io.pasar.community"))
                .flatMap(entry -> calls(entry.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> calls(RequestMappingInfo mapping) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> method.name().toLowerCase(Locale.ROOT) + " " + pattern));
    }

    private static Set<String> problems() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
        return scanner.findCandidateComponents("io.pasar.community").stream()
                .map(bean -> String.valueOf(bean.getBeanClassName()))
                .flatMap(name -> Stream.of(constants(name)))
                .map(code -> code.type().toString())
                .collect(Collectors.toSet());
    }

    private static ProblemCode[] constants(String enumName) {
        @Nullable
        Object[] constants = ClassUtils.resolveClassName(enumName, null).getEnumConstants();
        return Stream.of(constants).map(ProblemCode.class::cast).toArray(ProblemCode[]::new);
    }
}
