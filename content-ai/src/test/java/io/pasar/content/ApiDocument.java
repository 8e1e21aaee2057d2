package io.pasar.content;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The API document of this service, as a program reads it.
final class ApiDocument {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    static ApiDocument load() {
        try (InputStream file = ApiDocument.class.getResourceAsStream("/content/api/openapi.yaml")) {
            return new ApiDocument(JSON.valueToTree(new Yaml().load(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    JsonNode root() {
        return root;
    }

    /// A value as it looks in JSON.
    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /// What of the value is not as the schema says; empty if it is.
    ///
    /// @param pointer where the schema stands in the document
    List<String> objections(String pointer, JsonNode value) {
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
    /// @param path as the document names it, such as `/v1/copy/jobs/{id}`
    /// @param type the content type
    List<String> objections(String method, String path, int status, String type, JsonNode answer) {
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

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
