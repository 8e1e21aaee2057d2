package io.pasar.platform.web;

import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.http.server.ConnectionInfo;
import reactor.netty.http.server.HttpServer;

/// Lets every request say who really called, and whether over TLS, when it came through a trusted proxy.
/// `Forwarded` is not read: a proxy that does not know it hands on what the caller wrote there.
final class ForwardedCallerProvider implements NettyServerCustomizer {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final TrustedProxies proxies;

    ForwardedCallerProvider(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return proxies.isEmpty() ? server : server.forwarded(this::read);
    }

    private ConnectionInfo read(ConnectionInfo connection, HttpRequest request) {
        InetSocketAddress remote = connection.getRemoteAddress();
        InetAddress peer = remote == null ? null : remote.getAddress();
        if (remote == null || peer == null || !proxies.trusts(peer)) {
            return connection;
        }
        InetAddress caller = proxies.caller(peer, request.headers().getAll(FORWARDED_FOR));
        ConnectionInfo told = connection.withRemoteAddress(new InetSocketAddress(caller, remote.getPort()));
        String scheme = lastOf(request.headers().get(FORWARDED_PROTO));
        return SCHEMES.contains(scheme) ? told.withScheme(scheme) : told;
    }

    private static String lastOf(@Nullable String list) {
        return list == null
                ? ""
                : list.substring(list.lastIndexOf(',') + 1).strip().toLowerCase(Locale.ROOT);
    }
}
