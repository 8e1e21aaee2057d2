package io.pasar.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Files that only their owner may read, and the random passwords kept in them.
final class Secrets {

    private static final int PASSWORD_BYTES = 24;

    private Secrets() {}

    /// The password kept in the file; made at random when the file is missing.
    static String passwordIn(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[PASSWORD_BYTES];
                new SecureRandom().nextBytes(random);
                write(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Replaces the file whole, readable by its owner only from its first byte on.
    static void write(Path file, String text) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".draft", ownerOnly);
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Makes the folder, closed to other users, unless it is there.
    static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(folder, ownerOnly);
        }
    }
}
