package io.pasar.community.connection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.event.DomainEvent;
import io.pasar.platform.socket.CloseCode;
import io.pasar.test.ApiDocument;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.JsonNode;

/// The AsyncAPI document names what the code says and sends, field by field, and nothing else.
class AsyncApiTest {

    private static final ApiDocument DOCUMENT = ApiDocument.of("community", "asyncapi");
    private static final Set<String> ANSWERS = Set.of("answer", "refusal");
    private static final String OURS = "pasar.community.";

    @Test
    void namesEveryNewsOfTheSocketAndNoOther() {
        Set<String> documented = new TreeSet<>(messages("say"));
        assertThat(documented).containsAll(ANSWERS);
        documented.removeAll(ANSWERS);
        Set<String> said = Stream.concat(Arrays.stream(SocketNews.values()).map(SocketNews::type), Stream.of("bye"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).isEqualTo(said);
    }

    @Test
    void describesTheFieldsOfEveryNews() {
        for (SocketNews news : SocketNews.values()) {
            JsonNode data = payload(news.type()).path("properties").path("data");
            assertThat(fields(data)).as(news.type()).isEqualTo(fields(news.data()));
            assertThat(payload(news.type())
                            .path("properties")
                            .path("type")
                            .path("const")
                            .asString())
                    .isEqualTo(news.type());
        }
    }

    @Test
    void namesEveryEventTheServicePublishesAndNoOther() {
        Map<String, Set<String>> documented = new TreeMap<>();
        for (String message : messages("publish")) {
            documented.put(message(message).path("name").asString(), fields(payload(message)));
        }
        assertThat(documented).isEqualTo(published());
    }

    @Test
    void namesOnlyCloseCodesThatExist() {
        List<Integer> named = IntStream.rangeClosed(4400, 4599)
                .filter(code -> DOCUMENT.root().toString().contains(String.valueOf(code)))
                .boxed()
                .toList();
        assertThat(named).isNotEmpty();
        assertThat(Arrays.stream(CloseCode.values()).map(CloseCode::code)).containsAll(named);
    }

    private static Map<String, Set<String>> published() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(DomainEvent.class));
        return Stream.of("io.pasar.kernel.event", "io.pasar.community")
                .flatMap(home -> scanner.findCandidateComponents(home).stream())
                .map(bean -> ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null))
                .filter(event -> typeOf(event).startsWith(OURS))
                .collect(Collectors.toMap(
                        AsyncApiTest::typeOf, AsyncApiTest::fields, (first, _) -> first, TreeMap::new));
    }

    private static String typeOf(Class<?> event) {
        return String.valueOf(ReflectionUtils.getField(requireNonNull(ReflectionUtils.findField(event, "TYPE")), null));
    }

    private static Set<String> fields(Class<?> data) {
        return Arrays.stream(data.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fields(JsonNode schema) {
        return new TreeSet<>(schema.path("properties").propertyNames());
    }

    private static List<String> messages(String operation) {
        return DOCUMENT.root()
                .path("operations")
                .path(operation)
                .path("messages")
                .valueStream()
                .map(reference -> reference.path("$ref").asString())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .toList();
    }

    private static JsonNode message(String name) {
        return DOCUMENT.root().path("components").path("messages").path(name);
    }

    private static JsonNode payload(String message) {
        return message(message).path("payload");
    }
}
