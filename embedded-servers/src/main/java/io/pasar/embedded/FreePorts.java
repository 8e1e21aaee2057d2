package io.pasar.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports on which nothing listens.
final class FreePorts {

    /// Below the ephemeral range of Linux (32768) and macOS (49152): while a server is down, a client that tries to
    /// reconnect to a port of that range can by chance connect to itself and so keep the port taken.
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES_MAX = 100;

    private FreePorts() {}

    static int next() {
        for (int i = 0; i < TRIES_MAX; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ServerFailure("found no free port between " + LOWEST + " and " + HIGHEST + " on 127.0.0.1");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
