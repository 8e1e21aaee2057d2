package io.pasar.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The pages' files from the class path, read and compressed once each when first asked for, then kept. What it
/// keeps is bounded by what is there. Given a folder of sources, it reads those anew each time, and only the
/// libraries from the class path.
final class ConsoleStore {

    private static final String FOLDER = "pasar/console/";

    /// Unpacked while building, so never among the sources.
    private static final String LIBRARIES = "vendor/";

    private final ConcurrentMap<String, ConsoleFile> read = new ConcurrentHashMap<>();
    private final Optional<Path> sources;

    /// @param sources where somebody works on the pages
    ConsoleStore(Optional<Path> sources) {
        this.sources = sources;
    }

    /// @param name below the folder of the pages, such as `assets/app.js`
    /// @return empty if there is no such file, or it is none that a browser may have
    Mono<ConsoleFile> find(String name) {
        if (!ConsoleFile.mayBe(name)) {
            return Mono.empty();
        }
        if (sources.isPresent() && !name.startsWith(LIBRARIES)) {
            Path source = sources.get().resolve(name);
            return Mono.fromCallable(() -> source(name, source)).subscribeOn(Schedulers.boundedElastic());
        }
        ConsoleFile known = read.get(name);
        return known == null
                ? Mono.fromCallable(() -> read(name)).subscribeOn(Schedulers.boundedElastic())
                : Mono.just(known);
    }

    private static @Nullable ConsoleFile source(String name, Path source) throws IOException {
        return Files.isRegularFile(source) ? ConsoleFile.of(name, Files.readAllBytes(source)) : null;
    }

    private @Nullable ConsoleFile read(String name) throws IOException {
        ClassPathResource resource = new ClassPathResource(FOLDER + name);
        if (!resource.exists()) {
            return null;
        }
        try (InputStream stream = resource.getInputStream()) {
            ConsoleFile file = ConsoleFile.of(name, stream.readAllBytes());
            read.put(name, file);
            return file;
        }
    }
}
