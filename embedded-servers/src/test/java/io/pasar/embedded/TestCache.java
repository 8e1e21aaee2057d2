package io.pasar.embedded;

import java.nio.file.Path;

/// Where tests unpack binaries: once a build.
final class TestCache {

    static final Path FOLDER = Path.of("target", "binaries").toAbsolutePath();

    private TestCache() {}
}
