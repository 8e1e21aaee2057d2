package io.pasar.platform.trace;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/// Observes what no library observes: commands of sockets, and events on their way from one service's
/// transaction to another's. The trace travels as `traceparent` (W3C Trace Context), an extension attribute of
/// the CloudEvent.
public final class TraceService {

    /// Attribute of an event that carries its trace.
    public static final String TRACE_PARENT = "traceparent";

    private final ObservationRegistry registry;
    private final boolean on;

    /// The storage of OpenTelemetry's context is looked for on the class path here, where that may block, and not
    /// by the first call of an event loop: incoming traces are read whether or not spans are made.
    private TraceService(ObservationRegistry registry, boolean on) {
        this.registry = registry;
        this.on = on;
        var _ = io.opentelemetry.context.Context.current();
    }

    /// With spans.
    static TraceService on(ObservationRegistry registry) {
        return new TraceService(registry, true);
    }

    /// Without spans; timers are kept.
    public static TraceService off(ObservationRegistry registry) {
        return new TraceService(registry, false);
    }

    /// Whether spans are made, for libraries that would have to be watched.
    public boolean isOn() {
        return on;
    }

    /// Where observations go.
    public ObservationRegistry registry() {
        return registry;
    }

    /// A command of a socket, a trace of its own.
    ///
    /// @param command from a closed list
    /// @param about what the socket talks about, such as a room's id; only in the span, never a tag of the meter
    public <T> Mono<T> command(String command, Optional<String> about, Mono<T> work) {
        return observed(work, () -> {
            Observation observation = Observation.createNotStarted(TraceMeters.COMMAND.getName(), registry)
                    .contextualName("command " + command)
                    .lowCardinalityKeyValue("command", command);
            about.ifPresent(subject -> observation.highCardinalityKeyValue("about", subject));
            return observation;
        });
    }

    /// An event's handling, part of the trace it was written in.
    ///
    /// @param attributes the event's, `traceparent` among them if it was written in a trace
    public <T> Mono<T> consumed(String consumer, Map<String, String> attributes, Mono<T> work) {
        return observed(work, () -> {
            ReceiverContext<Map<String, String>> context =
                    new ReceiverContext<>((carrier, name) -> carrier.get(name), Kind.CONSUMER);
            context.setCarrier(attributes);
            return Observation.createNotStarted(TraceMeters.EVENT.getName(), () -> context, registry)
                    .contextualName("handle " + consumer)
                    .lowCardinalityKeyValue("consumer", consumer)
                    .highCardinalityKeyValue("event", attributes.getOrDefault("id", "none"));
        });
    }

    /// The trace that is under way here, for an event to carry along; empty if there is none.
    public Mono<Optional<String>> current() {
        return Mono.deferContextual(
                context -> Mono.just(parentOf(context).filter(_ -> on).flatMap(this::traceParent)));
    }

    private Optional<String> traceParent(Observation parent) {
        SenderContext<Map<String, String>> context =
                new SenderContext<>((carrier, name, value) -> carrier(carrier).put(name, value), Kind.PRODUCER);
        Map<String, String> carrier = new HashMap<>();
        context.setCarrier(carrier);
        Observation.createNotStarted("pasar.event.writing", () -> context, registry)
                .parentObservation(parent)
                .start()
                .stop();
        return Optional.ofNullable(carrier.get(TRACE_PARENT));
    }

    private static Map<String, String> carrier(@Nullable Map<String, String> carrier) {
        return carrier == null ? new HashMap<>() : carrier;
    }

    private <T> Mono<T> observed(Mono<T> work, Supplier<Observation> creation) {
        return Mono.deferContextual(context -> {
            Observation observation = creation.get();
            parentOf(context).ifPresent(observation::parentObservation);
            observation.start();
            return work.doOnError(observation::error)
                    .doFinally(_ -> observation.stop())
                    .contextWrite(inner -> with(inner, observation));
        });
    }

    private static Context with(Context context, Observation observation) {
        return context.put(ObservationThreadLocalAccessor.KEY, observation);
    }

    private static Optional<Observation> parentOf(ContextView context) {
        return context.getOrEmpty(ObservationThreadLocalAccessor.KEY);
    }
}
