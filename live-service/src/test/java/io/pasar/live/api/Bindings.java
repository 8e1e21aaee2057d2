package io.pasar.live.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the placeholders of one transcript stand for. `${name}` is bound where it is first expected and means the
/// same value from then on; `<uuid>`, `<time>` and `<any>` take every such value.
final class Bindings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    private final Map<String, JsonNode> known = new HashMap<>();

    void bind(String name, JsonNode value) {
        known.put(name, value);
    }

    /// The same with every placeholder filled in.
    JsonNode filled(JsonNode template) {
        return switch (template) {
            case ObjectNode object -> {
                ObjectNode filled = object.objectNode();
                object.properties().forEach(entry -> filled.set(entry.getKey(), filled(entry.getValue())));
                yield filled;
            }
            case ArrayNode array -> {
                ArrayNode filled = array.arrayNode();
                array.forEach(item -> filled.add(filled(item)));
                yield filled;
            }
            default -> placeholder(template).map(this::value).orElse(template);
        };
    }

    /// Where the actual frame differs; empty if it does not, and only then are new placeholders bound.
    Optional<String> difference(JsonNode expected, JsonNode actual) {
        Map<String, JsonNode> before = Map.copyOf(known);
        Optional<String> difference = difference("", expected, actual);
        if (difference.isPresent()) {
            known.clear();
            known.putAll(before);
        }
        return difference;
    }

    private Optional<String> difference(String at, JsonNode expected, JsonNode actual) {
        return switch (expected) {
            case ObjectNode object -> objectDifference(at, object, actual);
            case ArrayNode array -> arrayDifference(at, array, actual);
            default -> leafDifference(at, expected, actual);
        };
    }

    private Optional<String> objectDifference(String at, ObjectNode expected, JsonNode actual) {
        if (!actual.isObject()
                || !new TreeSet<>(expected.propertyNames()).equals(new TreeSet<>(actual.propertyNames()))) {
            return differs(at, expected, actual);
        }
        return expected.properties().stream()
                .map(entry -> difference(at + "/" + entry.getKey(), entry.getValue(), actual.path(entry.getKey())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> arrayDifference(String at, ArrayNode expected, JsonNode actual) {
        if (!actual.isArray() || actual.size() != expected.size()) {
            return differs(at, expected, actual);
        }
        for (int i = 0; i < expected.size(); i++) {
            Optional<String> difference = difference(at + "/" + i, expected.path(i), actual.path(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> leafDifference(String at, JsonNode expected, JsonNode actual) {
        Optional<String> name = placeholder(expected);
        if (name.isPresent()) {
            JsonNode bound = known.putIfAbsent(name.get(), actual);
            return bound == null || isSame(bound, actual) ? Optional.empty() : differs(at, bound, actual);
        }
        boolean fits =
                switch (expected.asString("")) {
                    case "<any>" -> true;
                    case "<time>" -> TIME.matcher(actual.asString("")).matches();
                    case "<uuid>" -> isUuid(actual.asString(""));
                    default -> isSame(expected, actual);
                };
        return fits ? Optional.empty() : differs(at, expected, actual);
    }

    private JsonNode value(String name) {
        JsonNode value = known.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing has bound ${" + name + "}");
        }
        return value;
    }

    private static Optional<String> placeholder(JsonNode template) {
        return Optional.of(PLACEHOLDER.matcher(template.asString("")))
                .filter(matcher -> template.isString() && matcher.matches())
                .map(matcher -> matcher.group(1));
    }

    /// Whole numbers are equal whatever width they were read with.
    private static boolean isSame(JsonNode one, JsonNode other) {
        boolean areWhole = one.isIntegralNumber() && other.isIntegralNumber();
        return areWhole ? one.bigIntegerValue().equals(other.bigIntegerValue()) : one.equals(other);
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static Optional<String> differs(String at, JsonNode expected, JsonNode actual) {
        return Optional.of("at '" + at + "' expected " + expected + " but was " + actual);
    }
}
