package io.pasar.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes the bundle: reads the sources and the libraries, writes `index.html` and the bundle's folder beside
/// the copied sources.
///
/// Arguments: the folder of the sources, the folder the build copies them to, with the libraries in it.
public final class BundleApplication {

    private BundleApplication() {}

    static void main(String... arguments) throws IOException {
        Path sources = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Map<String, String> texts = new HashMap<>(texts(sources, sources.resolve("assets")));
        texts.putAll(texts(target, target.resolve("vendor")));
        texts.put("/index.html", Files.readString(sources.resolve("index.html")));
        write(ConsoleBundle.of(texts), target);
    }

    private static void write(ConsoleBundle bundle, Path target) throws IOException {
        Path folder = target.resolve("bundle").resolve(bundle.hash());
        delete(target.resolve("bundle"));
        for (Map.Entry<String, String> file : bundle.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolve(".."));
            Files.writeString(path, file.getValue());
        }
        Files.writeString(target.resolve("index.html"), bundle.document());
    }

    private static Map<String, String> texts(Path root, Path folder) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (Path file : files(folder)) {
            texts.put("/" + root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
        return texts;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(BundleApplication::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
