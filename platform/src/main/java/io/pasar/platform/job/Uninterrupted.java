package io.pasar.platform.job;

import io.pasar.platform.problem.Problem;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/// Work that goes on to its end when whoever waits for it leaves, as a caller does who hangs up. Only its answer
/// is lost then; a failure that nobody hears is logged.
public final class Uninterrupted {

    private static final Logger LOG = LoggerFactory.getLogger(Uninterrupted.class);

    /// Whether the caller has left: this work's own, or one further out.
    private record Caller(AtomicBoolean left, ContextView around) {

        boolean hasLeft() {
            return left.get() || isAbandoned(around);
        }
    }

    private Uninterrupted() {}

    /// Starts the work for each subscriber anew, with the subscriber's context, and does not pass on that the
    /// subscriber cancels. The work needs bounds of its own, such as the time limits of statements and calls.
    public static <T> Mono<T> work(Mono<T> work) {
        return Mono.deferContextual(context -> {
            Caller caller = new Caller(new AtomicBoolean(), context);
            boolean isOutermost = !context.hasKey(Caller.class);
            return work.doOnError(failure -> tell(isOutermost && caller.hasLeft(), failure))
                    .contextWrite(own -> own.putAll(context).put(Caller.class, caller))
                    .cache()
                    .doOnCancel(() -> caller.left().set(true));
        });
    }

    /// The part of the work that has begun and must not stop half-way: it is not abandoned, whoever leaves.
    public static <T> Mono<T> begun(Mono<T> part) {
        return part.contextWrite(own -> own.delete(Caller.class));
    }

    /// Whether nobody waits for the work with this context any more, so that it need not begin.
    public static boolean isAbandoned(ContextView context) {
        return context.hasKey(Caller.class) && context.<Caller>get(Caller.class).hasLeft();
    }

    private static void tell(boolean isUnheard, Throwable failure) {
        if (isUnheard && !(failure instanceof Problem) && !(failure instanceof CancellationException)) {
            LOG.warn("Work whose caller had left failed: {}", failure.toString());
            LOG.debug("Work whose caller had left failed", failure);
        }
    }
}
