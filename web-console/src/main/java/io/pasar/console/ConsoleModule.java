package io.pasar.console;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A module as the bundle has it: a function that gives an object of what the module exports. Its lines are
/// those of the source, one by one; only what was imported comes from other modules' objects.
///
/// @param path of the source, such as `/assets/lib/store.js`
/// @param imports paths of the modules it imports
/// @param body the lines, without `import` and `export`
/// @param exports what each exported name stands for inside
record ConsoleModule(String path, List<String> imports, String body, Map<String, String> exports) {

    private static final Pattern IMPORT = Pattern.compile(
            "(?:^|(?<=[;}]))import\\b\\s*(?:(\\{[^}]*}|[\\w$]+)\\s*from\\s*)?(['\"])([^'\"]+)\\2;?", Pattern.MULTILINE);
    private static final Pattern EXPORT = Pattern.compile(
            "(?:^|(?<=[;}]))export\\s*\\{([^}]*)}(?:\\s*from\\s*(['\"])([^'\"]+)\\2)?;?", Pattern.MULTILINE);
    private static final Pattern DECLARED = Pattern.compile(
            "^export (default )?((?:async )?(?:function\\*?|class|const)) ([\\w$]+)", Pattern.MULTILINE);

    private static final Pattern LISTED = Pattern.compile("([\\w$]+)(?:\\s+as\\s+([\\w$]+))?");

    /// What would not mean the same inside a function, or changes after it was handed over.
    private static final Pattern NOT_UNDERSTOOD = Pattern.compile(
            "(?:^|(?<=[;}]))(?:import\\b(?![(.])|export\\b|await\\b|(?:const|let) .*= await\\b).*", Pattern.MULTILINE);

    ConsoleModule {
        imports = List.copyOf(imports);
        exports = Map.copyOf(exports);
    }

    static ConsoleModule parse(String path, String text) {
        List<String> imports = new ArrayList<>();
        Map<String, String> exports = new LinkedHashMap<>();
        String body = replaceAll(IMPORT, text.stripTrailing(), found -> imported(path, found, imports));
        body = replaceAll(EXPORT, body, found -> listed(path, found, imports, exports));
        body = replaceAll(DECLARED, body, found -> declared(found, exports));
        NOT_UNDERSTOOD.matcher(body).results().findFirst().ifPresent(line -> {
            throw new BundleRefusal(path + ": write this in another way: " + line.group());
        });
        return new ConsoleModule(path, imports, body, exports);
    }

    /// The module's object; no module has such a name for anything else.
    static String objectOf(String path) {
        return "$"
                + path.replaceFirst("^/(assets/)?", "")
                        .replaceFirst("\\.js$", "")
                        .replaceAll("\\W", "_");
    }

    String object() {
        return objectOf(path);
    }

    /// The line that ends the function.
    String answer() {
        return exports.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(export -> export.getKey() + ": " + export.getValue())
                .collect(Collectors.joining(", ", "return { ", " }; })();"));
    }

    private static String imported(String path, MatchResult found, List<String> imports) {
        String module = resolve(path, found.group(3));
        imports.add(module);
        String names = found.group(1);
        if (names == null) {
            return "";
        }
        return names.startsWith("{")
                ? "const " + names.replaceAll("\\s+as\\s+", ": ") + " = " + objectOf(module) + ";"
                : "const " + names + " = " + objectOf(module) + ".default;";
    }

    private static String listed(String path, MatchResult found, List<String> imports, Map<String, String> exports) {
        String object = "";
        if (found.group(3) != null) {
            String module = resolve(path, found.group(3));
            imports.add(module);
            object = objectOf(module) + ".";
        }
        for (MatchResult name : LISTED.matcher(found.group(1)).results().toList()) {
            exports.put(name.group(2) == null ? name.group(1) : name.group(2), object + name.group(1));
        }
        return "\n".repeat((int)
                found.group().chars().filter(character -> character == '\n').count());
    }

    private static String declared(MatchResult found, Map<String, String> exports) {
        exports.put(found.group(1) == null ? found.group(3) : "default", found.group(3));
        return found.group(2) + " " + found.group(3);
    }

    private static String resolve(String path, String specifier) {
        if (!specifier.matches("[./].*")) {
            throw new BundleRefusal(path + ": \"" + specifier + "\" is no address a browser could resolve");
        }
        return URI.create(path).resolve(specifier).toString();
    }

    private static String replaceAll(Pattern pattern, String text, Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
    }
}
