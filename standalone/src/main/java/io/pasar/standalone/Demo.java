package io.pasar.standalone;

import io.pasar.standalone.demo.DemoMarket;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Whether this Pasar has a demo market, and the market itself. An empty data folder with embedded servers gets
/// one, and keeps it over restarts; `PASAR_DEMO` says otherwise.
final class Demo {

    private final boolean wanted;
    private final Path folder;
    private @Nullable DemoMarket market;
    private boolean closed;

    private Demo(boolean wanted, Path folder) {
        this.wanted = wanted;
        this.folder = folder;
    }

    /// Decides, and leaves a folder as the mark of a data folder that has a demo market.
    ///
    /// @throws StartRefusal if it cannot
    static Demo of(Settings settings, DataFolder data) {
        Path folder = data.resolve("demo");
        boolean own = settings.postgresUrl().isEmpty() && settings.redisUrl().isEmpty();
        boolean wanted = settings.demo().orElse(own && (data.wasEmpty() || Files.isDirectory(folder)));
        if (wanted) {
            make(folder);
        }
        return new Demo(wanted, folder);
    }

    void announce(Progress progress) {
        if (wanted) {
            progress.say("A demo market opens in it now; PASAR_DEMO=false starts without one");
        }
    }

    /// Returns at once; the market opens by itself, or not if something is wrong with it.
    synchronized void open(int port) {
        if (wanted && !closed) {
            try {
                market = DemoMarket.start(URI.create("http://localhost:" + port), folder);
            } catch (RuntimeException failure) {
                LoggerFactory.getLogger(Demo.class).warn("The demo market stays closed", failure);
            }
        }
    }

    synchronized void close() throws InterruptedException {
        closed = true;
        if (market != null) {
            market.stop();
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException failure) {
            throw new StartRefusal(
                    "The folder " + folder + " cannot be made: make it writable, or set PASAR_DEMO=false.", failure);
        }
    }
}
