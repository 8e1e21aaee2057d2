package io.pasar.live.connection;

import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.ViewerSocket.ViewerTools;
import io.pasar.platform.socket.SocketService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Where the room's sockets begin.
@RestController
final class RoomSocketController {

    private final SocketService sockets;
    private final ViewerTools tools;

    RoomSocketController(SocketService sockets, ViewerTools tools) {
        this.sockets = sockets;
        this.tools = tools;
    }

    @GetMapping("/v1/rooms/{id}/socket")
    Mono<Void> open(@PathVariable RoomId id, ServerWebExchange exchange) {
        return sockets.accept(exchange, new ViewerSocket(id, tools));
    }
}
