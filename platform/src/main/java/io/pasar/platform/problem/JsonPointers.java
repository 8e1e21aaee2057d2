package io.pasar.platform.problem;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/// JSON Pointers (RFC 6901) to the value at fault.
final class JsonPointers {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)");
    private static final int NAME_MAX = 100;

    private JsonPointers() {}

    /// From the path Jackson reports: `["variants"][0]["price"]` is `/variants/0/price`.
    static String of(List<JacksonException.Reference> path) {
        return path.stream().map(JsonPointers::step).collect(Collectors.joining());
    }

    /// From a property path of Jakarta Validation: `variants[0].price` is `/variants/0/price`.
    static String of(String propertyPath) {
        Matcher steps = STEP.matcher(propertyPath);
        return steps.results().map(step -> "/" + escaped(step.group(1))).collect(Collectors.joining());
    }

    private static String step(JacksonException.Reference reference) {
        String name = reference.getPropertyName();
        return "/" + (name == null ? String.valueOf(reference.getIndex()) : escaped(name));
    }

    private static String escaped(String name) {
        String bounded = name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name;
        return bounded.replace("~", "~0").replace("/", "~1");
    }
}
