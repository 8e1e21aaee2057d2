package io.pasar.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder with all data of this Pasar, closed to every other process that asks for it while this object is
/// open. The system gives the lock back however the process ends.
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";

    private final Path home;
    private final FileChannel channel;
    private final boolean wasEmpty;

    private DataFolder(Path home, FileChannel channel, boolean wasEmpty) {
        this.home = home;
        this.channel = channel;
        this.wasEmpty = wasEmpty;
    }

    /// @throws StartRefusal if the folder cannot be made or written to, or another process uses it
    static DataFolder open(Path home) {
        try {
            FileChannel channel = lockFile(home);
            if (channel.tryLock() == null) {
                throw inUse(home, channel);
            }
            writePid(channel);
            return new DataFolder(home, channel, isEmpty(home));
        } catch (IOException failure) {
            throw new StartRefusal(
                    "The data folder " + home + " is not writable (" + reason(failure)
                            + "): make it so, or choose another one with PASAR_HOME in the environment.",
                    failure);
        }
    }

    Path resolve(String name) {
        return home.resolve(name);
    }

    /// Whether nothing but the lock was in it when it was opened.
    boolean wasEmpty() {
        return wasEmpty;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static FileChannel lockFile(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            Files.createDirectories(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return FileChannel.open(
                home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static boolean isEmpty(Path home) throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            return entries.allMatch(entry -> entry.endsWith(LOCK));
        }
    }

    private static void writePid(FileChannel channel) throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static StartRefusal inUse(Path home, FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        channel.close();
        String holder = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
        return new StartRefusal("Another Pasar (process " + holder + ") uses the data folder " + home
                + ": stop it, or choose another folder with PASAR_HOME in the environment.");
    }

    private static String reason(IOException failure) {
        @Nullable String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
