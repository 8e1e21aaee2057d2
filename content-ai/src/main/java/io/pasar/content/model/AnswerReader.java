package io.pasar.content.model;

import io.pasar.content.brief.Draft;
import io.pasar.platform.json.PlatformJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a model's answer while it comes in: a JSON object, whatever prose stands around it. Hands out each draft
/// as soon as its member is complete. Not thread-safe; one for each answer.
///
/// Invariants: `memberFrom` is the index of the first character of the member being read, or -1 outside the object;
/// `depth` counts open braces and brackets inside it.
final class AnswerReader {

    /// Longest answer, in characters; a model that does not stop is cut off.
    static final int ANSWER_MAX = 200_000;

    private static final JsonMapper JSON = PlatformJson.mapper();

    private final StringBuilder text = new StringBuilder();
    private int at;
    private int memberFrom = -1;
    private int depth;
    private boolean inText;
    private boolean escaped;
    private boolean ended;

    /// @return the drafts this piece completes
    /// @throws IllegalStateException if the answer is longer than [#ANSWER_MAX]
    List<Draft> feed(String piece) {
        if (text.length() + piece.length() > ANSWER_MAX) {
            throw new IllegalStateException("the model's answer is longer than " + ANSWER_MAX + " characters");
        }
        text.append(piece);
        List<Draft> drafts = new ArrayList<>();
        for (; at < text.length() && !ended; at++) {
            step(text.charAt(at)).ifPresent(drafts::add);
        }
        return drafts;
    }

    private Optional<Draft> step(char letter) {
        if (memberFrom < 0) {
            memberFrom = letter == '{' ? at + 1 : -1;
            return Optional.empty();
        }
        if (inText) {
            stepInText(letter);
            return Optional.empty();
        }
        return switch (letter) {
            case '"' -> {
                inText = true;
                yield Optional.empty();
            }
            case '{', '[' -> {
                depth++;
                yield Optional.empty();
            }
            case '}', ']' -> close();
            case ',' -> depth == 0 ? member() : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void stepInText(char letter) {
        inText = escaped || letter != '"';
        escaped = !escaped && letter == '\\';
    }

    private Optional<Draft> close() {
        if (depth > 0) {
            depth--;
            return Optional.empty();
        }
        boolean first = text.charAt(memberFrom - 1) == '{';
        Optional<JsonNode> node = parsed();
        boolean prose = first && node.isEmpty();
        ended = !prose;
        memberFrom = -1;
        return node.flatMap(AnswerReader::draft);
    }

    private Optional<Draft> member() {
        Optional<JsonNode> node = parsed();
        memberFrom = at + 1;
        return node.flatMap(AnswerReader::draft);
    }

    private Optional<JsonNode> parsed() {
        try {
            return Optional.of(JSON.readTree("{" + text.substring(memberFrom, at) + "}"));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    private static Optional<Draft> draft(JsonNode member) {
        for (Map.Entry<String, JsonNode> property : member.properties()) {
            return DraftText.read(property.getKey(), property.getValue());
        }
        return Optional.empty();
    }
}
