package io.pasar.live.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.platform.auth.Caller;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What the caller is in the room.
final class MePart implements SnapshotPart {

    private final RoomGate gate;

    MePart(RoomGate gate) {
        this.gate = gate;
    }

    @Override
    public String part() {
        return "me";
    }

    @Override
    public Mono<?> of(RoomId room, Caller caller) {
        return gate.admit(room, caller).map(role -> new Me(role, id(caller)));
    }

    private static @Nullable MemberId id(Caller caller) {
        return caller.member().map(Caller.Member::id).orElse(null);
    }

    private record Me(
            RoomRole role,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            MemberId id) {}
}
