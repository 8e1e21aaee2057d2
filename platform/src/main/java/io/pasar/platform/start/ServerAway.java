package io.pasar.platform.start;

import java.time.Duration;

/// A server a process cannot do without did not come, or will not let it in.
public final class ServerAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerAway(String server, Duration within, boolean forGood, Exception last) {
        super(message(server, within, forGood, last), last);
    }

    private static String message(String server, Duration within, boolean forGood, Exception last) {
        String what = forGood ? " refuses this service: " : " did not answer within " + within.toSeconds() + " s: ";
        return server + what + last.getMessage();
    }
}
