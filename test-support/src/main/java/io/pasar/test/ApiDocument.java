package io.pasar.test;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An API document of a service, as a program reads it.
public final class ApiDocument {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    /// @param service whose document it is: `live`, `community` or `content`
    /// @param name `openapi` or `asyncapi`
    public static ApiDocument of(String service, String name) {
        try (InputStream file = ApiDocument.class.getResourceAsStream("/" + service + "/api/" + name + ".yaml")) {
            return new ApiDocument(JSON.valueToTree(new Yaml().load(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A value as it looks in JSON.
    public static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    public JsonNode root() {
        return root;
    }

    /// Every call an OpenAPI document names, such as `get /v1/rooms/{id}`.
    public Set<String> calls() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(METHODS::contains)
                        .map(method -> method + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What of the value is not as the schema says; empty if it is.
    ///
    /// @param pointer where the schema stands in the document
    public List<String> objections(String pointer, JsonNode value) {
        if (root.at(pointer).isMissingNode()) {
            return List.of("there is no schema at " + pointer);
        }
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$ref", "#" + pointer);
        root.properties().stream()
                .filter(part ->
                        part.getKey().equals("components") || part.getKey().equals("paths"))
                .forEach(part -> schema.set(part.getKey(), part.getValue()));
        return SCHEMAS.getSchema(schema).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    /// What of an answer is not as documented.
    ///
    /// @param path as the document names it, such as `/v1/rooms/{id}`
    /// @param type the content type
    public List<String> objections(String method, String path, int status, String type, JsonNode answer) {
        JsonNode response =
                root.path("paths").path(path).path(method).path("responses").path(String.valueOf(status));
        if (response.isMissingNode()) {
            return List.of(method + " " + path + " is not documented to answer " + status);
        }
        JsonNode reference = response.path("$ref");
        String base = reference.isMissingNode()
                ? "/paths/" + escaped(path) + "/" + method + "/responses/" + status
                : reference.asString().substring(1);
        return objections(base + "/content/" + escaped(type) + "/schema", answer);
    }

    /// The refusals an unsafe call can always meet and the document does not tell of, such as
    /// `post /v1/rooms 429`: every one may come too often, a keyed one may meet its first request or another one's
    /// key or be answered by nobody, a body may be too large or of another type.
    public Set<String> untoldRefusals() {
        return calls().stream().flatMap(this::untoldRefusals).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> untoldRefusals(String call) {
        String method = call.substring(0, call.indexOf(' '));
        JsonNode path = root.path("paths").path(call.substring(call.indexOf(' ') + 1));
        JsonNode told = path.path(method).path("responses");
        return refusals(method, path).filter(status -> !told.has(status)).map(status -> call + " " + status);
    }

    private static Stream<String> refusals(String method, JsonNode path) {
        if (method.equals("get")) {
            return Stream.empty();
        }
        JsonNode operation = path.path(method);
        Stream<String> keyed = operation.path("parameters").toString().contains("IdempotencyKey")
                ? Stream.of("400", "409", "422", "503")
                : Stream.empty();
        Stream<String> withBody =
                operation.at("/requestBody/content/application~1json").isMissingNode()
                        ? Stream.empty()
                        : Stream.of("400", "413", "415");
        return Stream.of(Stream.of("429"), keyed, withBody).flatMap(statuses -> statuses);
    }

    /// What of a JSON body to send is not as documented.
    ///
    /// @param path as the document names it, such as `/v1/rooms/{id}/stage`
    public List<String> objectionsToRequest(String method, String path, JsonNode body) {
        return objections(
                "/paths/" + escaped(path) + "/" + method + "/requestBody/content/application~1json/schema", body);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
