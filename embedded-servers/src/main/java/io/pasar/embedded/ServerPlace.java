package io.pasar.embedded;

import java.nio.file.Path;

/// Where a server lives.
///
/// @param folder the server's own folder, made when missing: data, log, password
/// @param cache where binaries are unpacked once, shared by any number of servers and processes
/// @param port the port on 127.0.0.1
/// @param temporary whether the folder is deleted when this JVM ends without having stopped the server
public record ServerPlace(Path folder, Path cache, int port, boolean temporary) {

    /// A folder whose data stay, on a free port.
    public static ServerPlace lasting(Path folder, Path cache) {
        return new ServerPlace(folder.toAbsolutePath().normalize(), cache, FreePorts.next(), false);
    }

    /// A folder that vanishes with this JVM, on a free port.
    public static ServerPlace temporary(Path folder, Path cache) {
        return new ServerPlace(folder.toAbsolutePath().normalize(), cache, FreePorts.next(), true);
    }
}
