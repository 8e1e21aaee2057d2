package io.pasar.platform.event.flow;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One of the two services as a process of its own, to be killed. The producing one writes from its start on.
final class FlowProcess implements AutoCloseable {

    private final List<String> command;
    private final File log;
    private Process process;

    private FlowProcess(List<String> command, File log) throws IOException {
        this.command = List.copyOf(command);
        this.log = log;
        this.process = launch();
    }

    /// @param writes whether the producing service changes notes by itself
    static FlowProcess start(String name, boolean writes, String postgresUrl, String redisUrl) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                FlowProcess.class.getName()));
        command.addAll(List.of(name, Boolean.toString(writes), postgresUrl, redisUrl));
        return new FlowProcess(command, new File("target", "crash-" + name + ".log"));
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /// SIGKILL, waited for.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void restart() throws IOException {
        process = launch();
    }

    /// Starts it again if it gave up, as whoever runs services does: it does not start while a server is away.
    void revive() throws IOException {
        if (!process.isAlive()) {
            restart();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// Runs until it is killed, or until the process that started it ends and with it the standard input.
    static void main(String[] arguments) throws IOException {
        List<String> settings = List.copyOf(Arrays.asList(arguments));
        FlowService service = FlowService.start(settings.get(0), settings.get(2), settings.get(3));
        if (Boolean.parseBoolean(settings.get(1))) {
            Runtime.getRuntime().addShutdownHook(new Thread(Writers.on(service.notes())::close));
        }
        while (System.in.read() >= 0) {
            // Nothing is ever written to it.
        }
        Runtime.getRuntime().halt(1);
    }
}
