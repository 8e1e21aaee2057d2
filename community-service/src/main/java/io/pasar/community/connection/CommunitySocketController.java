package io.pasar.community.connection;

import io.pasar.platform.socket.SocketService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// The address of the community socket.
@RestController
class CommunitySocketController {

    private final SocketService sockets;
    private final MemberHub hub;

    CommunitySocketController(SocketService sockets, MemberHub hub) {
        this.sockets = sockets;
        this.hub = hub;
    }

    @GetMapping("/v1/socket")
    Mono<Void> open(ServerWebExchange exchange) {
        return sockets.accept(exchange, new CommunityTalkHandler(hub));
    }
}
