package io.pasar.platform.trace;

import io.micrometer.context.ContextRegistry;
import org.slf4j.MDC;

/// What log lines carry beside their text, on whatever thread they are written: ids of things, never of people.
/// In patterns it is `%X`; structured logs have it as fields.
public enum LogKey {

    /// The request, as in `X-Request-Id`; on a socket that of its handshake.
    REQUEST("requestId"),

    /// The room a call or a command is about.
    ROOM("roomId");

    private final String field;

    LogKey(String field) {
        this.field = field;
    }

    /// The key of the Reactor context under which the value travels.
    public String contextKey() {
        return "pasar." + field;
    }

    /// Lets the values follow the Reactor context; doing it again changes nothing.
    static void register() {
        for (LogKey key : values()) {
            ContextRegistry.getInstance()
                    .registerThreadLocalAccessor(
                            key.contextKey(),
                            () -> MDC.get(key.field),
                            value -> MDC.put(key.field, value),
                            () -> MDC.remove(key.field));
        }
    }
}
