package io.pasar.test;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// One client's connection through a [TcpProxy]. Each direction has a thread that reads and stamps chunks with the
/// time they are due, and one that writes them then; a delay so lengthens the way without narrowing it.
final class ProxiedConnection {

    private static final int CHUNK_BYTES = 16 * 1024;
    private static final int CHUNKS_MAX = 1_024;
    private static final byte[] END = {};

    private final Socket client;
    private final Socket server;
    private final ProxyFaults faults;
    private final AtomicInteger openDirections = new AtomicInteger(2);

    ProxiedConnection(Socket client, Socket server, ProxyFaults faults) {
        this.client = client;
        this.server = server;
        this.faults = faults;
    }

    void start() {
        pump(client, server, false);
        pump(server, client, true);
    }

    /// Both ends see a reset (RST), as after a crashed router.
    void reset() {
        reset(client);
        reset(server);
    }

    void endReplies() {
        try {
            client.shutdownOutput();
        } catch (IOException gone) {
            closeQuietly(client);
        }
    }

    boolean isClosed() {
        return client.isClosed() || server.isClosed();
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            return;
        }
        closeQuietly(socket);
    }

    static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException gone) {
            // It was closed by the other side.
        }
    }

    private void pump(Socket from, Socket to, boolean replies) {
        BlockingQueue<Chunk> way = new ArrayBlockingQueue<>(CHUNKS_MAX);
        Thread.ofVirtual().start(() -> read(from, way, replies));
        Thread.ofVirtual().start(() -> write(to, way));
    }

    private void read(Socket from, BlockingQueue<Chunk> way, boolean replies) {
        byte[] buffer = new byte[CHUNK_BYTES];
        try {
            InputStream stream = from.getInputStream();
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                if (!(replies && faults.dropsReplies())) {
                    way.put(new Chunk(System.nanoTime() + faults.delayNanos(), Arrays.copyOf(buffer, n)));
                }
            }
            way.put(new Chunk(System.nanoTime() + faults.delayNanos(), END));
        } catch (IOException | InterruptedException gone) {
            reset();
        }
    }

    private void write(Socket to, BlockingQueue<Chunk> way) {
        try {
            OutputStream stream = to.getOutputStream();
            for (Chunk chunk = way.take(); chunk.bytes.length > 0; chunk = way.take()) {
                chunk.awaitDue();
                if (!to.isOutputShutdown()) {
                    stream.write(chunk.bytes);
                }
            }
            end(to);
        } catch (IOException | InterruptedException gone) {
            reset();
        }
    }

    /// The end of one direction is passed on; the end of both closes the connection.
    private void end(Socket to) throws IOException {
        if (!to.isOutputShutdown()) {
            to.shutdownOutput();
        }
        if (openDirections.decrementAndGet() == 0) {
            closeQuietly(client);
            closeQuietly(server);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Carried, never compared.
    private record Chunk(long due, byte[] bytes) {

        void awaitDue() {
            for (long rest = due - System.nanoTime(); rest > 0; rest = due - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
        }
    }
}
