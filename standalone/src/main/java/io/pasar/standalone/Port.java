package io.pasar.standalone;

import java.io.IOException;
import java.net.ServerSocket;

/// The port to serve on.
final class Port {

    private Port() {}

    /// The port itself if nobody listens on it, or a free one for 0. Asked before anything is started.
    ///
    /// @throws StartRefusal if another program listens there, or this user may not
    static int available(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw refusal(wanted, taken);
        }
    }

    static StartRefusal refusal(int port, Throwable cause) {
        boolean forbidden = String.valueOf(cause.getMessage()).contains("ermission");
        String what = forbidden ? "may not be used by this user" : "is taken by another program";
        String remedy = forbidden ? "" : "stop that program, or ";
        return new StartRefusal(
                "Port " + port + " " + what + ": " + remedy + "choose another port with PORT=8090 in the environment.",
                cause);
    }
}
