package io.pasar.content.copy;

import io.pasar.content.fact.Fact;
import io.pasar.kernel.money.Money;
import io.pasar.kernel.text.TextRules;
import io.pasar.platform.problem.InputError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads facts in every form they may come in and collects what is wrong with them.
final class FactsInput {

    private static final String WHERE = "/product/facts";
    private static final Pattern LABELLED = Pattern.compile(
            "(?<name>[^:：\\d]{1,40})\\s*[:：]\\s+(?<value>\\S.*)|(?<name2>[^:：\\d]{1,40})：(?<value2>\\S.*)",
            Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,300}>");
    private static final int LABEL_WORDS_MAX = 5;

    private final List<Fact> facts = new ArrayList<>();
    private final List<InputError> errors = new ArrayList<>();

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    List<InputError> errors() {
        return List.copyOf(errors);
    }

    void read(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return;
        }
        if (node.size() > Fact.FACTS_MAX) {
            errors.add(new InputError(WHERE, "must have at most " + Fact.FACTS_MAX + " facts"));
        } else if (node.isArray()) {
            int index = 0;
            for (JsonNode item : node) {
                item(WHERE + "/" + index++, item);
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(entry -> named(WHERE + "/" + escaped(entry.getKey()), entry.getKey(), entry.getValue()));
        } else {
            errors.add(new InputError(WHERE, "must be a list of facts or an object of names and values"));
        }
    }

    /// A fact that has a field of its own in the request.
    void add(String pointer, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            text(pointer, name, value);
        }
    }

    void add(String pointer, String name, @Nullable Money money) {
        if (money != null) {
            facts.add(new Fact(pointer, name, money.amount() + " " + money.currencyCode(), money));
        }
    }

    private void item(String pointer, JsonNode item) {
        if (item.isString()) {
            sentence(pointer, item.asString());
        } else if (item.isObject() && item.path("name").isString() && item.has("value")) {
            named(pointer + "/value", item.path("name").asString(), item.path("value"));
        } else {
            errors.add(new InputError(pointer, "must be a text or {\"name\":…,\"value\":…}"));
        }
    }

    private void named(String pointer, String name, JsonNode value) {
        if (value.isString()) {
            text(pointer, name, value.asString());
        } else if (value.isNumber()) {
            text(pointer, name, value.decimalValue().toPlainString());
        } else if (value.isBoolean()) {
            text(pointer, name, value.asBoolean() ? "yes" : "no");
        } else if (value.isObject()) {
            money(pointer, name, value);
        } else {
            errors.add(new InputError(pointer, "must be a text, a number, true, false or money"));
        }
    }

    private void money(String pointer, String name, JsonNode value) {
        if (!value.path("amount").isString() || !value.path("currency").isString()) {
            errors.add(new InputError(pointer, "must be money: {\"amount\":\"19.90\",\"currency\":\"EUR\"}"));
            return;
        }
        try {
            add(
                    pointer,
                    name,
                    Money.of(
                            value.path("amount").asString(),
                            value.path("currency").asString()));
        } catch (IllegalArgumentException wrong) {
            errors.add(new InputError(pointer, String.valueOf(wrong.getMessage())));
        }
    }

    /// "Material: cotton" is a name and a value.
    private void sentence(String pointer, String given) {
        String plain = plain(given);
        Matcher labelled = LABELLED.matcher(plain);
        if (!labelled.matches()) {
            text(pointer, null, plain);
            return;
        }
        boolean spaced = labelled.group("name") != null;
        String name = labelled.group(spaced ? "name" : "name2").strip();
        boolean label = name.split("\\s+", -1).length <= LABEL_WORDS_MAX;
        text(pointer, label ? name : null, label ? labelled.group(spaced ? "value" : "value2") : plain);
    }

    private void text(String pointer, @Nullable String name, String given) {
        String value = TextRules.normalized(plain(given));
        Optional<String> objection = objection(name, value);
        if (objection.isPresent()) {
            errors.add(new InputError(pointer, objection.get()));
        } else if (!value.isEmpty()) {
            facts.add(new Fact(pointer, name == null ? null : TextRules.normalized(name), value, null));
        }
    }

    private static Optional<String> objection(@Nullable String name, String value) {
        return Optional.ofNullable(name)
                .flatMap(label -> label.isBlank()
                        ? Optional.of("must have a name")
                        : TextRules.objection(label, Fact.NAME_MAX, false))
                .or(() -> TextRules.objection(value, Fact.TEXT_MAX, true));
    }

    /// Shop exports carry HTML; its text is what counts.
    private static String plain(String text) {
        return TAG.matcher(text)
                .replaceAll(" ")
                .replace("&nbsp;", " ")
                .replace('\u00a0', ' ')
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    /// JSON Pointer, RFC 6901.
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
