package io.pasar.live.api;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The AsyncAPI document of the room socket: what it names, and what it has against a frame.
final class SocketDocument {

    private static final String NAME = "/live/api/asyncapi.yaml";
    private static final String MESSAGES = "/channels/room/messages/";

    private final JsonNode root;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Schema> schemas = new HashMap<>();

    private SocketDocument(JsonNode root) {
        this.root = root;
    }

    static SocketDocument read() {
        try (InputStream document = Objects.requireNonNull(SocketDocument.class.getResourceAsStream(NAME))) {
            return new SocketDocument(new YAMLMapper().readTree(document));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Types of the commands a client may send.
    Set<String> commands() {
        return operations("receive").map(this::typeOf).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Those of them that come later.
    Set<String> commandsToCome() {
        return operations("receive")
                .filter(operation -> operation.path("x-not-built-yet").asBoolean(false))
                .map(this::typeOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What is wrong with a client's frame; empty if nothing.
    List<String> objectionsToCommand(JsonNode frame) {
        String type = frame.path("type").asString("");
        return commands().contains(type)
                ? objections(messagesOf("receive", type), frame)
                : List.of("no command is called " + type);
    }

    /// What is wrong with the answer to a command of this type; empty if nothing.
    List<String> objectionsToAnswer(String type, JsonNode frame) {
        List<String> replies = operations("receive")
                .filter(operation -> typeOf(operation).equals(type))
                .flatMap(operation -> items(operation.path("reply").path("messages")))
                .map(SocketDocument::target)
                .toList();
        return objections(replies.isEmpty() ? List.of("refusal") : replies, frame);
    }

    /// What is wrong with an event; empty if nothing.
    List<String> objectionsToEvent(JsonNode frame) {
        String type = frame.path("type").asString("");
        List<String> messages = messagesOf("send", type);
        return messages.isEmpty() ? List.of("no event is called " + type) : objections(messages, frame);
    }

    private List<String> objections(List<String> messages, JsonNode frame) {
        List<List<String>> perMessage = messages.stream()
                .map(message -> schema(message).validate(frame).stream()
                        .map(error -> message + ": " + error)
                        .toList())
                .toList();
        return perMessage.stream().anyMatch(List::isEmpty)
                ? List.of()
                : perMessage.stream().flatMap(List::stream).toList();
    }

    private Schema schema(String message) {
        return schemas.computeIfAbsent(message, name -> {
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            schema.put("$ref", "#/components/messages/" + name + "/payload");
            schema.set("components", root.path("components"));
            return registry.getSchema(schema);
        });
    }

    private List<String> messagesOf(String action, String type) {
        return operations(action)
                .flatMap(operation -> items(operation.path("messages")))
                .map(SocketDocument::target)
                .filter(message -> message(message).path("name").asString("").equals(type))
                .toList();
    }

    private Stream<JsonNode> operations(String action) {
        return items(root.path("operations"))
                .filter(operation -> operation.path("action").asString("").equals(action));
    }

    private String typeOf(JsonNode operation) {
        return message(target(operation.path("messages").path(0))).path("name").asString();
    }

    private JsonNode message(String name) {
        return root.path("components").path("messages").path(name);
    }

    private static String target(JsonNode reference) {
        String target = reference.path("$ref").asString("");
        return target.substring(target.indexOf(MESSAGES) + MESSAGES.length());
    }

    private static Stream<JsonNode> items(JsonNode parent) {
        return StreamSupport.stream(parent.spliterator(), false);
    }
}
