package io.pasar.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.content.ContentApi.Event;
import io.pasar.content.ContentApi.Reply;
import io.pasar.platform.problem.ProblemCode;
import io.pasar.test.ApiDocument;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The API document says what the running code does, and the code does what it says.
@RunsContentService
class ApiDocumentsIT {

    private static final ApiDocument DOCUMENT = ApiDocument.of("content", "openapi");
    private static final String ENUM = "/enum";
    private static final String MARKETS = "/components/schemas/CopyRequest/properties/market";
    private static final String KINDS = "/components/schemas/Kind";

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private ContentApi api = ContentApi.asGuest(0);

    @BeforeEach
    void signIn() {
        api = ContentApi.asMember(port);
    }

    @Test
    void documentsEveryCallAndNoOther() {
        assertThat(DOCUMENT.calls()).isEqualTo(mapped());
    }

    @Test
    void documentsEveryRefusalOfThisService() {
        String document = DOCUMENT.root().toString();
        assertThat(problems())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(document).contains(type));
    }

    @Test
    void documentsEveryRefusalThatAnyCallCanMeet() {
        assertThat(DOCUMENT.untoldRefusals()).isEmpty();
    }

    @Test
    void servesTheDocument() {
        Reply reply = ContentApi.asGuest(port).call("GET", "/openapi", "", Map.of());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("title: Pasar content service");
    }

    @Test
    void writesCopyOfEveryKindAsDocumented() {
        JsonNode request = request("US", "en", words(KINDS + ENUM));
        assertThat(DOCUMENT.objections("/components/schemas/CopyRequest", request))
                .isEmpty();
        JsonNode first = holds("post", "/v1/copy", 200, api.copy(request));
        assertThat(first.path("copy").propertyNames()).containsExactlyElementsOf(words(KINDS + ENUM));
        assertThat(holds("post", "/v1/copy", 200, api.copy(request))
                        .path("cached")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void streamsCopyAsDocumented() {
        List<Event> events = api.stream(request("CN", "zh", List.of("title", "hashtags")));
        assertThat(events).extracting(Event::name).containsExactly("part", "part", "done");
        events.subList(0, 2)
                .forEach(event -> assertThat(DOCUMENT.objections("/components/schemas/CopyPart", event.data()))
                        .isEmpty());
        ObjectNode done = (ObjectNode) events.getLast().data();
        assertThat(done.has("copy")).isFalse();
        done.putObject("copy");
        assertThat(DOCUMENT.objections("/components/schemas/CopyAnswer", done)).isEmpty();
    }

    @Test
    void takesEveryMarketOfTheDocumentAndNoOther() {
        words(MARKETS + ENUM)
                .forEach(market -> holds("post", "/v1/copy", 200, api.copy(request(market, "en", List.of("title")))));
        holds("post", "/v1/copy", 400, api.copy(request("FI", "en", List.of("title"))));
    }

    @Test
    void refusesAsDocumented() {
        JsonNode request = request("US", "en", List.of("title"));
        holds("post", "/v1/copy", 400, api.copy(Map.of()));
        holds("post", "/v1/copy", 400, api.copy(request("FR", "fr", List.of("title"))));
        holds("post", "/v1/copy", 401, ContentApi.asGuest(port).copy(request));
        holds(
                "post",
                "/v1/copy",
                422,
                api.copy(Map.of(
                        "product",
                        Map.of("name", "Balm", "facts", List.of("cures eczema")),
                        "market",
                        "US",
                        "locale",
                        "en",
                        "kinds",
                        List.of("title"))));
        holds("post", "/v1/copy", 415, api.call("POST", "/v1/copy", "<copy/>", Map.of(), "application/xml"));
    }

    @Test
    void saysPlainlyWhatIsNotBuiltYet() {
        notBuilt().forEach(call -> {
            String[] parts = call.split(" ", 2);
            String path = parts[1].replace("{id}", UUID.randomUUID().toString());
            holds(parts[0], parts[1], 501, api.call(parts[0].toUpperCase(Locale.ROOT), path, "{}", Map.of()));
        });
        assertThat(notBuilt()).hasSize(DOCUMENT.calls().size() - 1);
    }

    private static Map<String, Object> body(String market, String locale, List<String> kinds) {
        return Map.of(
                "product",
                Map.of("name", "Ocean Blue Shirt", "facts", List.of("100% cotton", "narrow collar")),
                "market",
                market,
                "locale",
                locale,
                "kinds",
                kinds);
    }

    private static JsonNode request(String market, String locale, List<String> kinds) {
        return ApiDocument.tree(body(market, locale, kinds));
    }

    private static JsonNode holds(String method, String path, int status, Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        String type = status < 400 ? "application/json" : "application/problem+json";
        assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(DOCUMENT.objections(method, path, status, type, reply.body()))
                .as(reply.text())
                .isEmpty();
        return reply.body();
    }

    private static List<String> words(String pointer) {
        return DOCUMENT.root().at(pointer).valueStream().map(JsonNode::asString).toList();
    }

    private static Set<String> notBuilt() {
        return DOCUMENT.calls().stream()
                .filter(call -> DOCUMENT.root()
                        .path("paths")
                        .path(call.split(" ", 2)[1])
                        .path(call.split(" ", 2)[0])
                        .path("responses")
                        .has("501"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> mapped() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("io.pasar.content"))
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
        return scanner.findCandidateComponents("io.pasar.content").stream()
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
