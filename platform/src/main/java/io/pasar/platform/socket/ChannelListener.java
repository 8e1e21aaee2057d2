package io.pasar.platform.socket;

/// Hears one Redis channel. Calls come one after the other and must not block.
public interface ChannelListener {

    /// Somebody published this.
    void message(String text);

    /// The subscription holds: the first time, and again after a lost connection came back. What was published
    /// in between is gone.
    void subscribed();
}
