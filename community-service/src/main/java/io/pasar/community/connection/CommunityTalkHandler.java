package io.pasar.community.connection;

import io.pasar.platform.socket.OpenSocket;
import io.pasar.platform.socket.SocketCommand;
import io.pasar.platform.socket.SocketProblem;
import io.pasar.platform.socket.SocketTalkHandler;
import java.util.Set;
import reactor.core.publisher.Mono;

/// The talk on one community socket: members only, and they mostly listen.
final class CommunityTalkHandler implements SocketTalkHandler {

    private final MemberHub hub;

    CommunityTalkHandler(MemberHub hub) {
        this.hub = hub;
    }

    /// Refuses guests: everything said here is for one member.
    @Override
    public Mono<Void> welcome(OpenSocket socket) {
        return Mono.fromRunnable(() -> hub.add(socket.caller().requireMember().id(), socket));
    }

    /// Knows no command of its own; `hello` and `ping` are answered before it.
    @Override
    public Mono<?> take(OpenSocket socket, SocketCommand command) {
        return Mono.error(() -> SocketProblem.UNKNOWN_COMMAND.because("Commands here are hello and ping."));
    }

    @Override
    public Set<String> commands() {
        return Set.of();
    }

    @Override
    public void over(OpenSocket socket) {
        socket.caller().member().ifPresent(member -> hub.remove(member.id(), socket));
    }
}
