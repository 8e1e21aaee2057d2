package io.pasar.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A shell that waits for the end of this JVM, however it comes, and then stops one server. Its standard input is
/// a pipe held by this JVM alone: the end of that pipe is the end of the JVM.
final class Watchdog {

    private static final String SCRIPT = script();

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    /// @param signal the signal that ends the server in an orderly way
    static Watchdog over(OwnProcess server, String signal, ServerPlace place) {
        String deleted = place.temporary() ? place.folder().toString() : "";
        String pid = Long.toString(server.handle().pid());
        try {
            return new Watchdog(new ProcessBuilder(List.of("sh", "-c", SCRIPT, "watchdog", pid, signal, deleted))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start sh", failure);
        }
    }

    /// The server was ended by us: there is nothing left to watch.
    void dismiss() {
        try (var stdin = shell.outputWriter(StandardCharsets.UTF_8)) {
            stdin.write("dismissed\n");
        } catch (IOException gone) {
            shell.destroyForcibly();
        }
    }

    private static String script() {
        try (InputStream stream = Watchdog.class.getResourceAsStream("watchdog.sh")) {
            if (stream == null) {
                throw new IllegalStateException("watchdog.sh is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
