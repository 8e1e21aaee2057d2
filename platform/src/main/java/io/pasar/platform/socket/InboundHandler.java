package io.pasar.platform.socket;

import io.netty.handler.codec.TooLongFrameException;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.FailureAdvice;
import io.pasar.platform.problem.Problem;
import io.pasar.platform.socket.CommandRate.Verdict;
import io.pasar.platform.socket.DecodedFrame.Broken;
import io.pasar.platform.socket.DecodedFrame.Refused;
import io.pasar.platform.socket.DecodedFrame.Taken;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/// Takes one peer's frames: reads them as they come, so that pongs are seen while a command runs, carries the
/// commands out one after the other, and answers each id exactly once.
final class InboundHandler {

    private static final Logger LOG = LoggerFactory.getLogger(InboundHandler.class);

    /// Bounded only because Reactor Netty signals an error twice to a reader without bounds.
    private static final int READ_AHEAD = 64;

    private final OpenSocket socket;
    private final SocketTalkHandler talk;
    private final SocketTools tools;
    private final GreetingHandler greeting;
    private final CommandRate rate;
    private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;

    InboundHandler(OpenSocket socket, SocketTalkHandler talk, SocketTools tools, GreetingHandler greeting) {
        this.socket = socket;
        this.talk = talk;
        this.tools = tools;
        this.greeting = greeting;
        SocketProperties limits = tools.limits();
        this.rate = new CommandRate(
                limits.commandsPerSecond(), limits.commandsBurst(), limits.refusalsMax(), System.nanoTime());
    }

    /// Ends when the peer is gone.
    Mono<Void> run(Flux<WebSocketMessage> messages) {
        return messages.handle(this::read)
                .limitRate(READ_AHEAD)
                .onBackpressureBuffer(
                        tools.limits().commandsWaitingMax(),
                        _ -> socket.close(CloseCode.FLOOD),
                        BufferOverflowStrategy.DROP_LATEST)
                .concatMap(this::carryOut, 0)
                .then()
                .onErrorResume(this::unreadable);
    }

    /// Lets the commands at hand finish, then closes.
    void drain() {
        draining = true;
        closeIfDrained();
    }

    private void read(WebSocketMessage message, SynchronousSink<DecodedFrame> next) {
        socket.heard();
        if (message.getType() == WebSocketMessage.Type.BINARY) {
            socket.close(CloseCode.BAD_FRAME);
        }
        if (message.getType() == WebSocketMessage.Type.TEXT && !socket.isClosing()) {
            admit(tools.decoder().decode(message.getPayloadAsText()), next);
        }
    }

    private void admit(DecodedFrame frame, SynchronousSink<DecodedFrame> next) {
        switch (frame) {
            case Broken() -> socket.close(CloseCode.BAD_FRAME);
            case Refused refused -> admit(refused.id(), refused, next);
            case Taken taken -> admit(taken.command().id(), taken, next);
        }
    }

    /// A second frame with an id that still waits for its answer could not be answered distinctly.
    private void admit(long id, DecodedFrame frame, SynchronousSink<DecodedFrame> next) {
        if (!inFlight.add(id)) {
            socket.close(CloseCode.BAD_FRAME);
            return;
        }
        switch (rate.take(System.nanoTime())) {
            case Verdict.Pass() -> next.next(frame);
            case Verdict.Refuse(var wait) -> next.next(new Refused(id, tooFast().retryAfter(wait)));
            case Verdict.Flood() -> socket.close(CloseCode.FLOOD);
        }
    }

    private Mono<Void> carryOut(DecodedFrame frame) {
        if (socket.isClosing()) {
            return Mono.empty();
        }
        return switch (frame) {
            case Broken() -> Mono.empty();
            case Refused(var id, var problem) -> Mono.fromRunnable(() -> refuse(id, problem));
            case Taken(var command) -> carryOut(command);
        };
    }

    private Mono<Void> carryOut(SocketCommand command) {
        if (socket.isOpen()) {
            return answered(command, observed(command));
        }
        if (command.type().equals("hello")) {
            return greeting.greet(command)
                    .doOnNext(data -> answer(command.id(), data))
                    .then()
                    .onErrorResume(failure -> Mono.fromRunnable(() -> turnAway(command.id(), problemOf(failure))));
        }
        return Mono.fromRunnable(() -> socket.close(CloseCode.NO_HELLO));
    }

    private Mono<?> observed(SocketCommand command) {
        String type = talk.commands().contains(command.type()) ? command.type() : "other";
        return tools.traces().command(type, talk.about(), Mono.defer(() -> result(command)));
    }

    private Mono<?> result(SocketCommand command) {
        if (draining) {
            throw CommonProblem.UNAVAILABLE.because("This node is going away; reconnect.");
        }
        return switch (command.type()) {
            case "hello" -> throw SocketProblem.ALREADY_GREETED.because("Open another socket to be somebody else.");
            case "ping" -> Mono.just(Map.of("serverTime", tools.clock().instant()));
            default -> talk.take(socket, command);
        };
    }

    private Mono<Void> answered(SocketCommand command, Mono<?> result) {
        return result.timeout(tools.limits().commandWithin())
                .cast(Object.class)
                .defaultIfEmpty(Map.of())
                .doOnNext(data -> answer(command.id(), data))
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(() -> refuse(command.id(), problemOf(failure))));
    }

    private void answer(long id, Object data) {
        inFlight.remove(id);
        if (data instanceof Answer(var content, var then)) {
            socket.send(tools.frames().answer(id, content));
            then.run();
        } else {
            socket.send(tools.frames().answer(id, data));
        }
        closeIfDrained();
    }

    private void refuse(long id, Problem problem) {
        inFlight.remove(id);
        socket.send(tools.frames().refusal(id, problem));
        closeIfDrained();
    }

    private void turnAway(long id, Problem problem) {
        refuse(id, problem);
        socket.close(CloseCode.of(problem.code()));
    }

    private void closeIfDrained() {
        if (draining && inFlight.isEmpty()) {
            socket.close(CloseCode.DRAINING);
        }
    }

    private Mono<Void> unreadable(Throwable failure) {
        if (failure instanceof TooLongFrameException) {
            return Mono.fromRunnable(() -> socket.close(CloseStatus.TOO_BIG_TO_PROCESS))
                    .then(Mono.never());
        }
        LOG.debug("Socket {} ended", socket.id(), failure);
        return Mono.empty();
    }

    private Problem problemOf(Throwable failure) {
        Problem problem = FailureAdvice.problemOf(failure);
        if (problem.code().equals(CommonProblem.INTERNAL)) {
            LOG.error("A command of socket {} failed", socket.id(), failure);
        }
        return problem;
    }

    private static Problem tooFast() {
        return CommonProblem.TOO_MANY_REQUESTS.because("Send fewer commands; wait retryAfterMs.");
    }
}
