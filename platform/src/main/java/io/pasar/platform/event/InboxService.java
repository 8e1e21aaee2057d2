package io.pasar.platform.event;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.DomainEvent;
import io.pasar.kernel.id.EventId;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.platform.trace.TraceService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Gives an event to a handler exactly once, or keeps it as a dead letter.
///
/// One transaction claims the event's id for the consumer and runs the handler. If the process dies before the
/// commit, neither has happened; if it dies after, the repeat finds the id taken. An error rolls both back.
/// Outages are passed on to the caller, who tries for as long as they last; any other error is tried again in
/// place `attempts` times, with growing pauses, so that one event that came too early (another stream carries
/// what it refers to) or met a deadlock gets through. Then the event is kept as a dead letter, in one
/// transaction with the claim, and the consumer goes on.
final class InboxService {

    private static final Logger LOG = LoggerFactory.getLogger(InboxService.class);
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);
    private static final int REASON_CHARACTERS_MAX = 1_000;

    private final ConsumedStore consumed;
    private final DeadLetterStore deadLetters;
    private final EventCodec codec;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;
    private final EventProperties properties;
    private final EventInstruments instruments;
    private final TraceService traces;

    InboxService(
            ConsumedStore consumed,
            DeadLetterStore deadLetters,
            EventCodec codec,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock,
            EventProperties properties,
            EventInstruments instruments,
            TraceService traces) {
        this.consumed = consumed;
        this.deadLetters = deadLetters;
        this.codec = codec;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.properties = properties;
        this.instruments = instruments;
        this.traces = traces;
    }

    /// Completes when the entry is settled for good: its effect or its dead letter is committed, or it is not
    /// for this handler.
    ///
    /// @throws RuntimeException (signalled) if a server is away; nothing is settled then
    <E extends DomainEvent> Mono<Void> settle(EventHandler<E> handler, StreamEntry entry) {
        if (!entry.attribute("type").equals(handler.type())) {
            return Mono.empty();
        }
        return switch (codec.read(entry.attributes(), handler.payload())) {
            case ReadEvent.Illegible<E>(String reason) -> bury(handler, entry, "unreadable: " + reason, 0);
            case ReadEvent.Legible<E>(CloudEvent<E> event)
            when isForgotten(event) -> bury(handler, entry, "older than the memory of events taken", 0);
            case ReadEvent.Legible<E>(CloudEvent<E> event) -> deliver(handler, entry, event);
        };
    }

    private boolean isForgotten(CloudEvent<?> event) {
        Duration memory = properties.retention().consumed().minus(CLOCK_TOLERANCE);
        return event.time().isBefore(clock.instant().minus(memory));
    }

    private <E extends DomainEvent> Mono<Void> deliver(
            EventHandler<E> handler, StreamEntry entry, CloudEvent<E> event) {
        int attempts = properties.consumer().attempts();
        return traces.consumed(handler.consumer(), entry.attributes(), attempt(handler, event))
                .doOnNext(outcome -> record(handler, outcome, event.time()))
                .then()
                .retryWhen(inPlace(handler, attempts))
                .onErrorResume(
                        Exceptions::isRetryExhausted,
                        exhausted -> bury(handler, entry, reason(exhausted.getCause()), attempts));
    }

    private <E extends DomainEvent> Mono<Outcome> attempt(EventHandler<E> handler, CloudEvent<E> event) {
        return Mono.defer(() -> consumed.claim(handler.consumer(), event.id()))
                .flatMap(isNew -> isNew ? handle(handler, event) : Mono.just(Outcome.REPEATED))
                .as(transaction::transactional)
                .onErrorMap(InboxService::cause)
                .timeout(attemptLimit());
    }

    /// The connection is gone when a handler took too long, so its roll-back fails as well; what counts is why.
    private static Throwable cause(Throwable failure) {
        return Stream.of(failure.getSuppressed())
                .filter(HandlerTooSlowException.class::isInstance)
                .findFirst()
                .orElse(failure);
    }

    /// A handler cut off in the middle may still be sending statements, which would commit by themselves behind
    /// the roll-back.
    private <E extends DomainEvent> Mono<Outcome> handle(EventHandler<E> handler, CloudEvent<E> event) {
        Duration limit = properties.consumer().handlerTimeout();
        return handler.handle(event)
                .timeout(limit, consumed.endConnection().then(Mono.error(() -> new HandlerTooSlowException(limit))))
                .thenReturn(Outcome.TAKEN);
    }

    /// Longer than a handler may take: beyond it the database itself is silent, which is an outage.
    private Duration attemptLimit() {
        return properties
                .consumer()
                .handlerTimeout()
                .plus(properties.commandTimeout().multipliedBy(2));
    }

    private Retry inPlace(EventHandler<?> handler, int attempts) {
        return Retry.backoff(attempts - 1L, properties.consumer().retryFirst())
                .maxBackoff(properties.consumer().retryMax())
                .filter(failure -> !OutageFilter.isOutage(failure))
                .doBeforeRetry(signal -> failed(handler, signal.failure()));
    }

    private void failed(EventHandler<?> handler, Throwable failure) {
        instruments.failedAttempt(handler.consumer());
        LOG.debug("{} failed", handler.consumer(), failure);
    }

    private void record(EventHandler<?> handler, Outcome outcome, Instant writtenAt) {
        instruments.delivered(handler.consumer(), outcome, Duration.between(writtenAt, clock.instant()));
    }

    private Mono<Void> bury(EventHandler<?> handler, StreamEntry entry, String reason, int attempts) {
        DeadLetter letter = letter(handler, entry, reason, attempts);
        return Mono.defer(() -> claimIfIdentified(handler, entry))
                .flatMap(isNew -> isNew ? deadLetters.keep(letter).thenReturn(true) : Mono.just(false))
                .as(transaction::transactional)
                .timeout(attemptLimit())
                .doOnNext(isNew -> buried(handler, letter, isNew))
                .then();
    }

    private Mono<Boolean> claimIfIdentified(EventHandler<?> handler, StreamEntry entry) {
        return Mono.justOrEmpty(idOf(entry))
                .flatMap(id -> consumed.claim(handler.consumer(), id))
                .defaultIfEmpty(true);
    }

    private void buried(EventHandler<?> handler, DeadLetter letter, boolean isNew) {
        if (isNew) {
            instruments.delivered(handler.consumer(), Outcome.DEAD, Duration.ZERO);
            LOG.error(
                    "{} could not take an event of type {} in {} attempts; it is kept as a dead letter",
                    letter.consumer(),
                    letter.type(),
                    letter.attempts());
        }
    }

    private DeadLetter letter(EventHandler<?> handler, StreamEntry entry, String reason, int attempts) {
        return new DeadLetter(
                new DeadLetterId(ids.next()),
                handler.consumer(),
                entry.attributes().getOrDefault("id", "entry:" + entry.offset()),
                entry.attribute("type"),
                entry.attribute("subject"),
                codec.writeAttributes(entry.attributes()),
                reason.substring(0, Math.min(reason.length(), REASON_CHARACTERS_MAX)),
                attempts,
                clock.instant());
    }

    private static Optional<EventId> idOf(StreamEntry entry) {
        try {
            return Optional.of(EventId.of(entry.attribute("id")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static String reason(@Nullable Throwable failure) {
        return String.valueOf(failure);
    }
}
