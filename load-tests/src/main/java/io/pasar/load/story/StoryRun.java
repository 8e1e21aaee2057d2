package io.pasar.load.story;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Starts a standalone Pasar of its own, plays [StorySimulation] against it, writes Gatling's report and stops
/// it: `StoryRun <executable jar> <folder for reports> [flags of the server's JVM]`. Settings of [StoryLoad]
/// are handed on. Exits with Gatling's code: 0, or 2 if an assertion was violated.
public final class StoryRun {

    private static final String OURS = "pasar.load.";

    private StoryRun() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        Path reports = Path.of(arguments[1]);
        Files.createDirectories(reports);
        List<String> flags =
                arguments.length < 3 ? List.of() : List.of(arguments[2].strip().split("\\s+"));
        System.exit(run(Path.of(arguments[0]), reports, flags));
    }

    private static int run(Path jar, Path reports, List<String> flags) throws IOException, InterruptedException {
        System.out.println("Pasar starts, on a port and a data folder of its own; " + loadAverage());
        StandaloneServer server = StandaloneServer.start(jar, flags, reports.resolve("pasar.log"));
        Thread ctrlC = new Thread(server::close);
        Runtime.getRuntime().addShutdownHook(ctrlC);
        Duration before = server.cpu();
        int exit = play(server.base(), reports);
        Duration used = server.cpu().minus(before);
        System.out.printf(
                "Pasar, its PostgreSQL and its Redis used %.1f s of CPU; %s%n",
                used.toMillis() / 1000.0, loadAverage());
        Optional<Path> report = newest(reports);
        if (report.isPresent()) {
            System.out.println(Figures.of(report.get()));
        }
        System.out.println(exit == 0 ? "All promises held." : "Not as it should be: see the assertions above.");
        return exit;
    }

    /// How busy the machine is, without which no time means anything.
    private static String loadAverage() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "load average %.1f on %d cores"
                .formatted(system.getSystemLoadAverage(), system.getAvailableProcessors());
    }

    private static int play(String base, Path reports) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(StandaloneServer.java()));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-Xmx1g"));
        command.addAll(List.of("-Dgatling.data.enableAnalytics=false", "-Dgatling.ssl.useOpenSsl=false"));
        command.addAll(List.of(
                "-Dgatling.data.console.writePeriod=15",
                "-Djava.util.prefs.userRoot=" + reports.resolveSibling("prefs")));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(OURS))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-D" + OURS + "base=" + base, "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("io.gatling.app.Gatling", "--simulation", StorySimulation.class.getName()));
        command.addAll(List.of("--results-folder", reports.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static Optional<Path> newest(Path reports) throws IOException {
        try (Stream<Path> all = Files.list(reports)) {
            return all.filter(one -> Files.exists(one.resolve("index.html"))).max(Comparator.naturalOrder());
        }
    }
}
