package io.pasar.standalone.story;

import io.pasar.standalone.deploy.Scrape;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A Pasar that runs elsewhere. What shall happen to it is done by its crew: a command that is called with
/// `fall` or `restart` and returns when the show can go on.
final class RunningStage implements Stage {

    private static final long CREW_MINUTES_MAX = 10;

    /// Where the crew's words are.
    private static final Path SAID = Path.of("target", "crew.log");

    private final URI base;
    private final String crew;
    private final String suffix = "-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    RunningStage(URI base, String crew) {
        this.base = base;
        this.crew = crew;
    }

    /// Others may have played here before under the same names.
    @Override
    public Market market() {
        return new Market(base, suffix);
    }

    @Override
    public void fall(RoomClient watching) {
        call("fall");
    }

    @Override
    public void restart() {
        call("restart");
    }

    /// Whoever runs it has a Prometheus of their own.
    @Override
    public Optional<Scrape> told(String service) {
        return Optional.empty();
    }

    @Override
    public void close() {
        // It was running before, and goes on.
    }

    private void call(String what) {
        try {
            Process process = new ProcessBuilder(crew, what)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(SAID.toFile()))
                    .start();
            if (!process.waitFor(CREW_MINUTES_MAX, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new AssertionError(crew + " " + what + " did not succeed: " + SAID.toAbsolutePath());
            }
        } catch (IOException failure) {
            throw new AssertionError(crew + " cannot be called", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
