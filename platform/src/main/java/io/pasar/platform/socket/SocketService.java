package io.pasar.platform.socket;

import io.netty.channel.Channel;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.SessionId;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.RequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/// Turns a request of a controller into a socket that speaks `pasar.v1`.
///
/// The request's headers are not kept for the life of the socket; compression is never negotiated.
public final class SocketService {

    /// The subprotocol a client must offer.
    public static final String SUBPROTOCOL = "pasar.v1";

    private static final String BEARER = "Bearer ";

    private final RequestUpgradeStrategy upgrade;
    private final SocketHub hub;
    private final SocketTools tools;
    private final IdGenerator ids;

    SocketService(RequestUpgradeStrategy upgrade, SocketHub hub, SocketTools tools, IdGenerator ids) {
        this.upgrade = upgrade;
        this.hub = hub;
        this.tools = tools;
        this.ids = ids;
    }

    /// Upgrades the request. Errors: `upgrade-required` if it is no WebSocket handshake or does not offer
    /// `pasar.v1`; `unavailable` or `too-many-requests` if there is no room.
    ///
    /// @param talk what is talked about on the new socket
    public Mono<Void> accept(ServerWebExchange exchange, SocketTalkHandler talk) {
        ServerHttpRequest request = exchange.getRequest();
        requireHandshake(request.getHeaders());
        InetAddress address = Optional.ofNullable(request.getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .orElse(null);
        Runnable opened = hub.admit(address);
        String token = bearer(request.getHeaders());
        Connection connection = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        Channel channel = connection.channel();
        return upgrade.upgrade(
                        exchange,
                        session -> {
                            opened.run();
                            return talk(session, talk, channel, token, address);
                        },
                        SUBPROTOCOL,
                        () -> handshake(request))
                .doFinally(_ -> opened.run());
    }

    private Mono<Void> talk(
            WebSocketSession session,
            SocketTalkHandler talk,
            Channel channel,
            @Nullable String token,
            @Nullable InetAddress address) {
        SessionId id = new SessionId(ids.next());
        OpenSocket socket = new OpenSocket(id, tools, channel);
        GreetingHandler greeting = new GreetingHandler(socket, talk, tools, token);
        InboundHandler inbound = new InboundHandler(socket, talk, tools, greeting);
        hub.add(socket, inbound, address);
        Mono<Void> spoken = write(session, socket)
                .then(Mono.defer(() -> farewell(channel, socket, greeting)))
                .then(Mono.never());
        return Mono.firstWithSignal(inbound.run(session.receive()), spoken, FarewellHandler.closed(channel))
                .doFinally(_ -> {
                    socket.gone();
                    hub.remove(socket, address);
                    greeting.over();
                });
    }

    private static Mono<Void> write(WebSocketSession session, OpenSocket socket) {
        return session.send(socket.outgoing().map(frame -> message(session, frame)));
    }

    /// Nothing more is said here: what was talked about need not wait for the peer to hang up.
    private static Mono<Void> farewell(Channel channel, OpenSocket socket, GreetingHandler greeting) {
        greeting.over();
        return FarewellHandler.say(channel, socket.ending());
    }

    private static WebSocketMessage message(WebSocketSession session, OutboundFrame frame) {
        WebSocketMessage.Type type = frame.isPing() ? WebSocketMessage.Type.PING : WebSocketMessage.Type.TEXT;
        return new WebSocketMessage(type, session.bufferFactory().wrap(frame.bytes()));
    }

    private static void requireHandshake(HttpHeaders headers) {
        boolean upgrades = "websocket".equalsIgnoreCase(headers.getUpgrade())
                && headers.getConnection().stream().anyMatch("upgrade"::equalsIgnoreCase)
                && headers.getFirst("Sec-WebSocket-Key") != null;
        boolean offered = headers.getOrEmpty("Sec-WebSocket-Protocol").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .anyMatch(name -> name.strip().equals(SUBPROTOCOL));
        if (!upgrades || !offered) {
            throw upgradeRequired();
        }
    }

    private static Problem upgradeRequired() {
        return SocketProblem.UPGRADE_REQUIRED
                .because("Open a WebSocket with subprotocol " + SUBPROTOCOL + ".")
                .with(List.of(new InputError("/Sec-WebSocket-Protocol", "must offer " + SUBPROTOCOL)))
                .headers(Map.of(HttpHeaders.UPGRADE, "websocket"));
    }

    private static @Nullable String bearer(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.AUTHORIZATION).stream()
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .findFirst()
                .orElse(null);
    }

    private static HandshakeInfo handshake(ServerHttpRequest request) {
        return new HandshakeInfo(
                request.getURI(),
                new HttpHeaders(),
                new LinkedMultiValueMap<>(),
                Mono.empty(),
                SUBPROTOCOL,
                request.getRemoteAddress(),
                Map.of(),
                null);
    }
}
