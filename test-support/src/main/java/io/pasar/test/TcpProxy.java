package io.pasar.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A TCP proxy on 127.0.0.1 that does to connections what networks do: it delays, cuts, half-closes and swallows.
/// All switches work on connections already open and on those to come. Bytes keep their order and are never changed.
public final class TcpProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();
    private final ProxyFaults faults = new ProxyFaults();

    private TcpProxy(ServerSocket listener, InetSocketAddress target) {
        this.listener = listener;
        this.target = target;
    }

    /// Starts a proxy on a free port.
    public static TcpProxy to(String host, int port) {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            TcpProxy proxy = new TcpProxy(listener, new InetSocketAddress(host, port));
            Thread.ofVirtual().name("proxy-accept").start(proxy::acceptAll);
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Starts a proxy before the server of an address such as `redis://:password@host:port` or
    /// `r2dbc:postgresql://user:password@host:port/database`.
    public static TcpProxy to(String url) {
        URI uri = server(url);
        return to(uri.getHost(), uri.getPort());
    }

    /// The port to connect to instead of the target's.
    public int port() {
        return listener.getLocalPort();
    }

    /// The address with host and port replaced by the proxy's.
    public String insteadOf(String url) {
        URI uri = server(url);
        return url.replace("@" + uri.getHost() + ":" + uri.getPort(), "@127.0.0.1:" + port());
    }

    /// Every byte arrives later by this much, in both directions; zero ends the delay.
    public void delay(Duration delay) {
        faults.delay(delay);
    }

    /// What the server answers from now on never reaches the client, while the server still gets every request.
    public void dropReplies() {
        faults.dropReplies(true);
    }

    /// Resets all connections and refuses new ones, until [#restore()].
    public void cut() {
        faults.refuse(true);
        reset();
    }

    /// Resets all connections; new ones are welcome.
    public void reset() {
        connections.forEach(ProxiedConnection::reset);
        connections.clear();
    }

    /// Ends the stream from server to client while the other direction stays open, on all open connections.
    public void halfClose() {
        connections.forEach(ProxiedConnection::endReplies);
    }

    /// Ends delay, dropping and refusal. Connections that were cut, half-closed or lost replies stay as they are.
    public void restore() {
        faults.delay(Duration.ZERO);
        faults.dropReplies(false);
        faults.refuse(false);
    }

    /// How many connections were accepted and not yet closed by either side.
    public int openConnections() {
        connections.removeIf(ProxiedConnection::isClosed);
        return connections.size();
    }

    /// Resets all connections and stops listening.
    @Override
    public void close() {
        cut();
        ProxiedConnection.closeQuietly(listener);
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                accept(listener.accept());
            } catch (IOException closedOrTargetDown) {
                // The next round of the loop tells which.
            }
        }
    }

    private void accept(Socket client) throws IOException {
        if (faults.refuses()) {
            ProxiedConnection.reset(client);
            return;
        }
        Socket server = new Socket();
        try {
            server.connect(target);
        } catch (IOException unreachable) {
            ProxiedConnection.reset(client);
            throw unreachable;
        }
        ProxiedConnection connection = new ProxiedConnection(client, server, faults);
        connections.add(connection);
        connection.start();
    }

    private static URI server(String url) {
        return URI.create(url.startsWith("r2dbc:") ? url.substring("r2dbc:".length()) : url);
    }
}
