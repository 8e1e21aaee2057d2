package io.pasar.platform.web;

import io.micrometer.context.ContextRegistry;
import org.slf4j.MDC;

/// Carries the request's id from the Reactor context into the log, on whatever thread a line is written. In
/// patterns it is `%X{requestId}`.
final class RequestLog {

    /// Key of the Reactor context.
    static final String CONTEXT_KEY = "pasar.requestId";

    private static final String LOG_KEY = "requestId";

    private RequestLog() {}

    /// Registers the transport; doing it again changes nothing.
    static void register() {
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(
                        CONTEXT_KEY, () -> MDC.get(LOG_KEY), id -> MDC.put(LOG_KEY, id), () -> MDC.remove(LOG_KEY));
    }
}
