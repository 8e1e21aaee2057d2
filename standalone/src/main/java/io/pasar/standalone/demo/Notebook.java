package io.pasar.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the market remembers over restarts: passwords of its people, ids of what they made. One file, which
/// only its owner may read; it is written whole beside the old one and takes its place at once.
final class Notebook {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final Map<String, String> entries;

    private Notebook(Path file, Map<String, String> entries) {
        this.file = file;
        this.entries = entries;
    }

    /// @param folder exists
    static Notebook in(Path folder) {
        Path file = folder.resolve("market.json");
        return new Notebook(file, Files.exists(file) ? JSON.readValue(file, new EntriesType()) : new TreeMap<>());
    }

    Optional<String> read(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /// Kept when this returns.
    void write(String key, String value) {
        entries.put(key, value);
        save();
    }

    void erase(String key) {
        if (entries.remove(key) != null) {
            save();
        }
    }

    /// What is there, or else what is made now and kept.
    String readOrWrite(String key, Supplier<String> made) {
        return read(key).orElseGet(() -> {
            String value = made.get();
            write(key, value);
            return value;
        });
    }

    private void save() {
        try {
            Path next = Files.createTempFile(file.getParent(), "market", ".tmp", OWNER_ONLY);
            Files.write(next, JSON.writeValueAsBytes(entries));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class EntriesType extends TypeReference<TreeMap<String, String>> {}
}
