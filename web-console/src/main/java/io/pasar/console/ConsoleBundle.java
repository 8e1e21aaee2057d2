package io.pasar.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The pages in as few files as a browser needs. They lie in one folder that is named after what is in it, laid
/// out as the sources are, so that addresses relative to a script are the same in both.
///
/// @param hash of all files in the folder
/// @param files by their names in that folder
/// @param document `index.html`, naming the bundle instead of the sources
record ConsoleBundle(String hash, SortedMap<String, String> files, String document) {

    /// Where `early.js` keeps what it has the browser fetch before a page's module asks for it.
    static final String PRELOADS = "const PRELOADS = {};";

    private static final String STYLE = "app.css";
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\"[^>]* src=\"(/assets/[^\"]+)\"");
    private static final Pattern SHEET = Pattern.compile("\\s*<link rel=\"stylesheet\" href=\"(/assets/[^\"]+)\">");

    /// @param sources all texts of the console by their paths, such as `/index.html`
    static ConsoleBundle of(Map<String, String> sources) {
        String document = text(sources, "/index.html");
        List<String> scripts = found(SCRIPT, document);
        List<String> pages = sources.keySet().stream()
                .filter(path -> path.matches("/assets/pages/[^/]+\\.js"))
                .filter(path -> text(sources, path).contains("\nexport default "))
                .sorted()
                .toList();
        Chunks chunks = new Chunks(new ModuleGraph(sources), scripts, pages);
        SortedMap<String, String> files = new TreeMap<>();
        chunks.all().map(chunk -> chunk.script(chunks)).forEach(script -> {
            files.put(script.name(), withPreloads(script.text(), chunks, pages));
            files.put(script.name() + ".map", script.map());
        });
        sources.keySet().stream()
                .filter(path -> path.matches("/assets/(css|i18n)/.*"))
                .forEach(path -> files.put(Chunks.nameOf(path), text(sources, path)));
        List<String> sheets = found(SHEET, document);
        sheets.forEach(sheet -> files.remove(Chunks.nameOf(sheet)));
        files.put(STYLE, sheets.stream().map(sheet -> text(sources, sheet)).collect(Collectors.joining()));
        String hash = hash(files);
        return new ConsoleBundle(hash, files, document(document, "/bundle/" + hash + "/"));
    }

    private static String document(String source, String folder) {
        String style = "\n    <link rel=\"stylesheet\" href=\"" + folder + STYLE + "\">";
        String styled = SHEET.matcher(SHEET.matcher(source).replaceFirst(style)).replaceAll("");
        return SCRIPT.matcher(styled).replaceAll(script -> script.group().replace("/assets/", folder));
    }

    private static String withPreloads(String text, Chunks chunks, List<String> pages) {
        String preloads = pages.stream()
                .map(page -> '"' + page.replaceFirst(".*/(.*)\\.js", "$1") + "\":"
                        + chunks.filesOf(page).stream()
                                .map(file -> '"' + file + '"')
                                .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "const PRELOADS = {", "};"));
        return text.replace(PRELOADS, preloads);
    }

    private static String hash(SortedMap<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, text) -> {
                digest.update((name + '\0' + text.length() + '\0').getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        Stream<MatchResult> matches = pattern.matcher(text).results();
        return matches.map(match -> match.group(1)).toList();
    }

    private static String text(Map<String, String> sources, String path) {
        String text = sources.get(path);
        if (text == null) {
            throw new BundleRefusal("there is no " + path);
        }
        return text;
    }
}
