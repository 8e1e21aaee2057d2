package io.pasar.live.connection;

import io.pasar.platform.auth.Caller;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import io.pasar.platform.socket.SocketProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/// Finds the feature that handles a command.
final class CommandDispatchService {

    /// Commands of the public contract that no feature handles yet.
    private static final Set<String> PROMISED = Set.of(
            "reaction.add",
            "sale.reserve",
            "reservation.release",
            "report",
            "member.timeout",
            "member.ban",
            "room.mode",
            "sale.open",
            "sale.close");

    private final Map<String, RoomCommandHandler> handlers;
    private final CommandKeyStore keys;
    private final Set<String> types;

    CommandDispatchService(Stream<RoomCommandHandler> handlers, CommandKeyStore keys) {
        this.handlers = handlers.collect(Collectors.toUnmodifiableMap(RoomCommandHandler::type, Function.identity()));
        this.keys = keys;
        this.types = Stream.concat(Stream.of("room.join", "room.sync"), this.handlers.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The types of commands there are, `room.join` and `room.sync` among them.
    Set<String> types() {
        return types;
    }

    /// Carries the command out for a member; guests read.
    Mono<?> carryOut(RoomCommand command) {
        RoomCommandHandler handler = handlers.get(command.type());
        if (handler == null) {
            throw unknown(command.type());
        }
        Caller.Member caller = command.caller().requireMember();
        Mono<?> effect =
                Mono.defer(() -> handler.handle(command)).onErrorMap(Problem.class, CommandDispatchService::inFrame);
        String key = command.key();
        return key == null || handler.remembersKeys() ? effect : keys.once(caller, key, command, effect);
    }

    /// Features point into a command's data, clients read pointers into the frame they sent.
    private static Problem inFrame(Problem problem) {
        List<InputError> errors = problem.errors().stream()
                .map(error -> new InputError("/data" + error.pointer(), error.detail()))
                .toList();
        return errors.isEmpty() ? problem : problem.with(errors);
    }

    private static Problem unknown(String type) {
        return PROMISED.contains(type)
                ? CommonProblem.NOT_BUILT_YET.because(type + " comes in a later version.")
                : SocketProblem.UNKNOWN_COMMAND.because("No command is called " + type + ".");
    }
}
