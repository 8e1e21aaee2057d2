package io.pasar.community.connection;

import io.pasar.kernel.id.MemberId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.socket.OpenSocket;
import io.pasar.platform.socket.OutboundFrame;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The members connected to this process, with all their sockets.
@Component
class MemberHub {

    private final Map<MemberId, Set<OpenSocket>> sockets = new ConcurrentHashMap<>();

    void add(OpenSocket socket) {
        MemberId member = memberOf(socket);
        sockets.compute(member, (_, known) -> {
            Set<OpenSocket> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(socket);
            return all;
        });
    }

    void remove(OpenSocket socket) {
        socket.caller()
                .member()
                .map(Caller.Member::id)
                .ifPresent(member -> sockets.computeIfPresent(
                        member, (_, known) -> known.remove(socket) && known.isEmpty() ? null : known));
    }

    /// Who is connected now.
    Set<MemberId> members() {
        return Set.copyOf(sockets.keySet());
    }

    /// Queues the frame on every socket of the member.
    void tell(MemberId member, OutboundFrame frame) {
        sockets.getOrDefault(member, Set.of()).forEach(socket -> socket.send(frame));
    }

    private static MemberId memberOf(OpenSocket socket) {
        return socket.caller().requireMember().id();
    }
}
