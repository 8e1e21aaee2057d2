package io.pasar.community.connection;

import io.pasar.kernel.id.MemberId;
import io.pasar.platform.socket.OutboundFrame;
import io.pasar.platform.socket.Peer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The members connected to this process, with all their sockets.
@Component
class MemberHub {

    private final Map<MemberId, Set<Peer>> sockets = new ConcurrentHashMap<>();

    /// A socket is closing before it is removed, so one that ended while its member was found out stays out.
    void add(MemberId member, Peer socket) {
        sockets.compute(member, (_, known) -> socket.isClosing() ? known : with(known, socket));
    }

    void remove(MemberId member, Peer socket) {
        sockets.computeIfPresent(member, (_, known) -> known.remove(socket) && known.isEmpty() ? null : known);
    }

    /// Who is connected now.
    Set<MemberId> members() {
        return Set.copyOf(sockets.keySet());
    }

    /// Queues the frame on every socket of the member.
    void tell(MemberId member, OutboundFrame frame) {
        sockets.getOrDefault(member, Set.of()).forEach(socket -> socket.send(frame));
    }

    private static Set<Peer> with(@Nullable Set<Peer> known, Peer socket) {
        Set<Peer> all = known == null ? ConcurrentHashMap.newKeySet() : known;
        all.add(socket);
        return all;
    }
}
