package io.pasar.standalone;

import org.springframework.boot.web.server.GracefulShutdownCallback;
import org.springframework.boot.web.server.GracefulShutdownResult;
import org.springframework.boot.web.server.WebServer;

/// Stands where a service's own web server would: it listens on nothing, but its graceful shutdown waits for the
/// service's calls in flight as a real one does.
final class CapturedServer implements WebServer {

    private static final int NO_PORT = -1;

    private final InFlight inFlight;

    CapturedServer(InFlight inFlight) {
        this.inFlight = inFlight;
    }

    @Override
    public void start() {
        // The front listens for all services.
    }

    @Override
    public void stop() {
        // The front stops for all services.
    }

    @Override
    public int getPort() {
        return NO_PORT;
    }

    @Override
    public void shutDownGracefully(GracefulShutdownCallback callback) {
        inFlight.drained().thenRun(() -> callback.shutdownComplete(GracefulShutdownResult.IDLE));
    }
}
