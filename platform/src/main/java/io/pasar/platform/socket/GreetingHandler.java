package io.pasar.platform.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.SessionId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.Problem;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Answers `hello`: who is it, and may they be here?
final class GreetingHandler {

    private final OpenSocket socket;
    private final SocketTalkHandler talk;
    private final SocketTools tools;
    private final @Nullable String handshakeToken;
    private final AtomicBoolean welcomed = new AtomicBoolean();

    GreetingHandler(OpenSocket socket, SocketTalkHandler talk, SocketTools tools, @Nullable String handshakeToken) {
        this.socket = socket;
        this.talk = talk;
        this.tools = tools;
        this.handshakeToken = handshakeToken;
    }

    /// The answer's data, once the peer is in.
    Mono<Object> greet(SocketCommand hello) {
        return Mono.defer(() -> callerOf(hello))
                .doOnNext(socket::identify)
                .then(Mono.defer(this::welcome))
                .then(Mono.fromSupplier(this::admitted));
    }

    void over() {
        if (welcomed.getAndSet(false)) {
            talk.over(socket);
        }
    }

    private Mono<? extends Caller> callerOf(SocketCommand hello) {
        JsonNode token = hello.data().path("token");
        if (token.isString()) {
            return tools.tokens().verify(token.stringValue());
        }
        if (!token.isMissingNode() && !token.isNull()) {
            return Mono.error(Problem.invalid("/data/token", "must be text"));
        }
        return handshakeToken == null
                ? Mono.just(Caller.guest())
                : tools.tokens().verify(handshakeToken);
    }

    private Mono<Void> welcome() {
        welcomed.set(true);
        return talk.welcome(socket);
    }

    private Greeting admitted() {
        socket.greeted();
        Who member = socket.caller()
                .member()
                .map(known -> new Who(known.id(), known.handle(), known.displayName()))
                .orElse(null);
        return new Greeting(
                socket.id(),
                member,
                tools.clock().instant(),
                tools.limits().pingAfter().toMillis());
    }

    private record Greeting(
            SessionId session,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Who member,

            Instant serverTime,
            long pingMs) {}

    private record Who(MemberId id, String handle, String displayName) {}
}
