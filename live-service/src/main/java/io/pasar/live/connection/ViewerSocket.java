package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import io.pasar.platform.problem.Problem;
import io.pasar.platform.socket.Answer;
import io.pasar.platform.socket.OpenSocket;
import io.pasar.platform.socket.SocketCommand;
import io.pasar.platform.socket.SocketTalkHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.util.RawValue;

/// What is said on one socket of one room: join and sync here, everything else by the features.
final class ViewerSocket implements SocketTalkHandler {

    private final RoomId room;
    private final ViewerTools tools;
    private volatile @Nullable Viewer viewer;

    /// What all viewers of a node share.
    record ViewerTools(
            RoomGate gate,
            RoomFeedHub rooms,
            MemberFeedHub members,
            SnapshotService snapshots,
            CommandDispatchService commands,
            RoomProperties limits) {}

    ViewerSocket(RoomId room, ViewerTools tools) {
        this.room = room;
        this.tools = tools;
    }

    @Override
    public Mono<Void> welcome(OpenSocket socket) {
        return tools.gate().admit(room, socket.caller()).then(Mono.defer(() -> listenToOwn(socket)));
    }

    @Override
    public Mono<?> take(OpenSocket socket, SocketCommand command) {
        return switch (command.type()) {
            case "room.join" -> join(socket, since(command.data()));
            case "room.sync" -> Mono.fromSupplier(() -> sync(command.data()));
            default -> carryOut(socket, command);
        };
    }

    @Override
    public Set<String> commands() {
        return tools.commands().types();
    }

    @Override
    public Optional<String> about() {
        return Optional.of(room.toString());
    }

    @Override
    public void over(OpenSocket socket) {
        leave();
        socket.caller().member().ifPresent(member -> tools.members().leave(member.id(), socket));
    }

    private Mono<Void> listenToOwn(OpenSocket socket) {
        return Mono.justOrEmpty(socket.caller().member())
                .flatMap(member -> tools.members().enter(member.id(), socket));
    }

    private Mono<Answer> join(OpenSocket socket, Optional<RoomPosition> since) {
        leave();
        Viewer entering = new Viewer(socket, tools.limits().heldMax());
        viewer = entering;
        return tools.gate()
                .admit(room, socket.caller())
                .then(Mono.defer(() -> tools.rooms().enter(room, entering, since)))
                .zipWhen(_ -> tools.snapshots().of(room, socket.caller()))
                .map(joined -> new Answer(JoinAnswer.of(joined.getT1(), joined.getT2()), entering::release))
                .doOnError(_ -> leave(entering));
    }

    private SyncAnswer sync(JsonNode data) {
        long from = number(data, "from", "/data/from", 1);
        RoomFeed feed = tools.rooms()
                .feed(room)
                .filter(_ -> viewer != null)
                .orElseThrow(() -> ConnectionProblem.NOT_JOINED.because("Send room.join first."));
        int count = (int) Math.min(Integer.MAX_VALUE, countOf(data));
        return feed.from(from)
                .map(events -> events.subList(0, Math.min(count, events.size())))
                .flatMap(events -> feed.position().map(position -> SyncAnswer.of(position, events)))
                .orElseThrow(() -> ConnectionProblem.POSITION_LOST.because("Send room.join for a snapshot."));
    }

    private Mono<?> carryOut(OpenSocket socket, SocketCommand command) {
        if (viewer == null) {
            throw ConnectionProblem.NOT_JOINED.because("Send room.join first.");
        }
        return tools.commands()
                .carryOut(new RoomCommand(
                        room, socket.id(), socket.caller(), command.type(), command.data(), command.key()));
    }

    private void leave() {
        Viewer gone = viewer;
        if (gone != null) {
            leave(gone);
        }
    }

    private void leave(Viewer gone) {
        if (gone.equals(viewer)) {
            viewer = null;
        }
        tools.rooms().leave(room, gone);
    }

    private static Optional<RoomPosition> since(JsonNode data) {
        JsonNode since = data.path("since");
        if (since.isMissingNode() || since.isNull()) {
            return Optional.empty();
        }
        if (!since.path("epoch").isString()) {
            throw Problem.invalid("/data/since/epoch", "must be the text an earlier answer gave");
        }
        long seq = number(since, "seq", "/data/since/seq", 0);
        return Optional.of(new RoomPosition(since.path("epoch").stringValue(), seq));
    }

    private static long countOf(JsonNode data) {
        return data.has("count") ? number(data, "count", "/data/count", 1) : Integer.MAX_VALUE;
    }

    private static long number(JsonNode data, String field, String pointer, long least) {
        JsonNode value = data.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least) {
            throw Problem.invalid(pointer, "must be a whole number, at least " + least);
        }
        return value.longValue();
    }

    private static List<RawValue> raw(List<KeptFrame> events) {
        return events.stream().map(event -> new RawValue(event.frame().text())).toList();
    }

    private record JoinAnswer(
            String epoch,
            long seq,
            boolean recovered,
            Map<String, @Nullable JsonNode> snapshot,
            List<RawValue> events) {

        static JoinAnswer of(Entrance.Entered entered, Map<String, @Nullable JsonNode> snapshot) {
            RoomPosition position = entered.position();
            return new JoinAnswer(
                    position.epoch(), position.seq(), entered.recovered(), snapshot, raw(entered.events()));
        }
    }

    private record SyncAnswer(String epoch, long seq, List<RawValue> events) {

        static SyncAnswer of(RoomPosition position, List<KeptFrame> events) {
            return new SyncAnswer(position.epoch(), position.seq(), raw(events));
        }
    }
}
