package io.pasar.platform.socket;

import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/// What is talked about on one socket, from hello to the end. One instance a socket; the calls come one after
/// the other, [#over] possibly while another is still running.
public interface SocketTalkHandler {

    /// The peer said hello and [OpenSocket#caller()] is known. A `Problem` refuses: 401 closes 4401, 403 closes
    /// 4403, 404 closes 4404.
    Mono<Void> welcome(OpenSocket socket);

    /// Carries a command out.
    ///
    /// @return the answer's data or an [Answer]; nothing becomes an empty object, a `Problem` an error answer
    Mono<?> take(OpenSocket socket, SocketCommand command);

    /// The types of commands [#take] knows, the same every time.
    Set<String> commands();

    /// What the socket talks about, such as a room's id, for logs and traces; nothing personal.
    default Optional<String> about() {
        return Optional.empty();
    }

    /// The socket is gone. Called exactly once if [#welcome] was called.
    void over(OpenSocket socket);
}
