package io.pasar.content.model;

import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Draft;
import io.pasar.platform.json.PlatformJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Drafts as models write them: members of a JSON object, lists as arrays.
final class DraftText {

    private static final JsonMapper JSON = PlatformJson.mapper();

    private DraftText() {}

    static String write(List<Draft> drafts) {
        Map<String, Object> members = new LinkedHashMap<>();
        drafts.forEach(draft -> members.put(draft.kind().wireName(), value(draft)));
        return JSON.writeValueAsString(members);
    }

    /// A draft if the member is a kind and has its shape. A list given as one text is cut at line breaks.
    static Optional<Draft> read(String name, JsonNode value) {
        return CopyKind.named(name)
                .flatMap(kind ->
                        texts(kind, value).filter(texts -> !texts.isEmpty()).map(texts -> new Draft(kind, texts)));
    }

    private static Object value(Draft draft) {
        return draft.kind().isList() ? draft.texts() : draft.texts().getFirst();
    }

    private static Optional<List<String>> texts(CopyKind kind, JsonNode value) {
        if (value.isString()) {
            String text = value.asString().strip();
            return Optional.of(kind.isList() ? text.lines().map(String::strip).toList() : List.of(text));
        }
        boolean list = kind.isList()
                && value.isArray()
                && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isString);
        return list
                ? Optional.of(StreamSupport.stream(value.spliterator(), false)
                        .map(item -> item.asString().strip())
                        .toList())
                : Optional.empty();
    }
}
