package io.pasar.test;

import java.time.Duration;

/// What a [TcpProxy] does to its connections at the moment.
final class ProxyFaults {

    private volatile long delayNanos;
    private volatile boolean dropReplies;
    private volatile boolean refuse;

    void delay(Duration delay) {
        delayNanos = delay.toNanos();
    }

    long delayNanos() {
        return delayNanos;
    }

    void dropReplies(boolean drop) {
        dropReplies = drop;
    }

    boolean dropsReplies() {
        return dropReplies;
    }

    void refuse(boolean refusal) {
        refuse = refusal;
    }

    boolean refuses() {
        return refuse;
    }
}
