package io.pasar.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The server programs from the class path, unpacked once into a cache folder. Any number of threads and processes
/// may ask at once: one unpacks under a file lock into a draft folder and renames it, the others wait.
///
/// @param cache the cache folder, made when missing
record Binaries(Path cache) {

    private static final String ENTRY_PREFIX_OF_DRAFTS = ".draft-";

    /// The folder that holds `bin/postgres`.
    Path postgres() {
        return unpacked(Machine.current().postgresArchive(), Binaries::unpackArchive);
    }

    /// The folder that holds `redis-server`.
    Path redis() {
        return unpacked(Machine.current().redisProgram(), Binaries::copyProgram);
    }

    private Path unpacked(String resource, Unpacking unpacking) {
        try {
            URLConnection connection = find(resource).openConnection();
            Path target = cache.resolve(resource.replaceAll("\\.txz$", "") + "-" + connection.getContentLengthLong());
            if (!Files.isDirectory(target)) {
                unpackOnce(connection, target, unpacking);
            }
            return target;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot unpack " + resource + " into " + cache, failure);
        }
    }

    private static URL find(String resource) {
        URL url = Binaries.class.getResource("/" + resource);
        if (url == null) {
            throw new ServerFailure(resource + " is not on the class path");
        }
        return url;
    }

    private void unpackOnce(URLConnection connection, Path target, Unpacking unpacking) throws IOException {
        synchronized (Binaries.class) {
            Secrets.folder(cache);
            try (FileChannel channel = FileChannel.open(
                            cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(target)) {
                    unpack(connection, target, unpacking);
                }
            }
        }
    }

    private void unpack(URLConnection connection, Path target, Unpacking unpacking) throws IOException {
        Path draft = Files.createTempDirectory(cache, ENTRY_PREFIX_OF_DRAFTS);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream stream = connection.getInputStream()) {
            unpacking.unpack(stream, draft);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copyProgram(InputStream stream, Path folder) throws IOException {
        Path program = folder.resolve("redis-server");
        Files.copy(stream, program);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void unpackArchive(InputStream stream, Path folder) throws IOException {
        try (var archive =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(stream, 1 << 16)))) {
            TarArchiveEntry entry = archive.getNextEntry();
            while (entry != null) {
                unpackEntry(archive, entry, folder);
                entry = archive.getNextEntry();
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream archive, TarArchiveEntry entry, Path folder)
            throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(parent(file));
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(parent(file));
            Files.copy(archive, file);
            String permissions = (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private static Path parent(Path file) {
        return file.resolve("..").normalize();
    }

    @FunctionalInterface
    private interface Unpacking {
        void unpack(InputStream stream, Path folder) throws IOException;
    }
}
