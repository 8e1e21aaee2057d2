package io.pasar.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// What the person at the console reads while Pasar starts and stops. Everything else goes to the log file.
final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
    }

    /// Says that a step was done, how long it took and when.
    void done(String step, long startedAtNanos) {
        long now = System.nanoTime();
        out.println("  %-34s %6s   (at %s)".formatted(step, seconds(now - startedAtNanos), seconds(now - start)));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", Duration.ofNanos(nanos).toMillis() / 1000.0);
    }
}
