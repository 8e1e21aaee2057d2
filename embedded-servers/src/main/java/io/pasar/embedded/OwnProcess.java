package io.pasar.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A server process that was verified to be ours: it runs the given program and works in the given data folder.
/// A process that merely got the number of one of ours is never touched.
///
/// @param handle the server's main process
/// @param program the file name of the program, such as `postgres`
/// @param folder the data folder, which both servers make their working directory
record OwnProcess(ProcessHandle handle, String program, Path folder) {

    private static final Duration ORDERLY_END_MAX = Duration.ofSeconds(20);
    private static final Duration END_MAX = Duration.ofSeconds(30);

    /// The process whose number is in the first line of the file, if it lives and is ours.
    static Optional<OwnProcess> in(Path pidFile, String program, Path folder) {
        return number(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(handle -> isOurs(handle, program, folder))
                .map(handle -> new OwnProcess(handle, program, folder));
    }

    boolean lives() {
        return !isGone(handle);
    }

    /// Ends it in an orderly way, and by force if it takes too long.
    ///
    /// @param signal name of the signal that the program takes as the wish to end, such as `INT`
    void end(String signal) {
        if (lives()) {
            // Java can send TERM and KILL only.
            String pid = Long.toString(handle.pid());
            Commands.run(List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "kill", signal, pid));
        }
        if (!Patience.until(() -> !lives(), ORDERLY_END_MAX)) {
            killTree();
        }
    }

    /// SIGKILL to the process and its children, then waits until none is left: a back end of PostgreSQL that
    /// outlives the main process blocks the next start.
    void killTree() {
        List<ProcessHandle> tree = new ArrayList<>(handle.descendants().toList());
        tree.addFirst(handle);
        tree.forEach(ProcessHandle::destroyForcibly);
        if (!Patience.until(() -> killedAll(tree), END_MAX)) {
            throw new ServerFailure(program + " (process " + handle.pid() + ") does not end even when killed");
        }
    }

    private boolean killedAll(List<ProcessHandle> tree) {
        Stream<ProcessHandle> stragglers = ProcessHandle.allProcesses().filter(h -> isOurs(h, program, folder));
        return Stream.concat(tree.stream().filter(h -> !isGone(h)), stragglers)
                        .peek(ProcessHandle::destroyForcibly)
                        .count()
                == 0;
    }

    private static boolean isOurs(ProcessHandle process, String program, Path folder) {
        return runs(process, program) && worksIn(process, folder);
    }

    private static boolean runs(ProcessHandle process, String program) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(command -> command.endsWith(program))
                .isPresent();
    }

    /// Linux tells the working directory; elsewhere the folder stands in the command line.
    private static boolean worksIn(ProcessHandle process, Path folder) {
        Path link = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            return Files.exists(link) && sameFile(link, folder);
        }
        return process.info().commandLine().orElse("").contains(folder.toString());
    }

    private static boolean sameFile(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException gone) {
            return false;
        }
    }

    /// Whether the process has ended. A dead process that its parent has not collected yet counts as ended: in a
    /// container whose first process does not care, some stay so for long.
    static boolean isGone(ProcessHandle process) {
        return !process.isAlive() || isZombie(process);
    }

    private static boolean isZombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException goneOrNoLinux) {
            return false;
        }
    }

    private static Optional<Long> number(Path pidFile) {
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9]{1,18}"))
                    .map(Long::valueOf);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
