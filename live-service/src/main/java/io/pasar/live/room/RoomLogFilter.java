package io.pasar.live.room;

import io.pasar.platform.trace.LogKey;
import io.pasar.platform.web.FilterOrder;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// Lets what is logged during a call about a room say which; a socket is one call, with all its commands.
@Component
class RoomLogFilter implements WebFilter, Ordered {

    private static final PathPattern ROOM = PathPatternParser.defaultInstance.parse("/v1/rooms/{id}/**");
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    @Override
    public int getOrder() {
        return FilterOrder.SUBJECT;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        PathMatchInfo match = ROOM.matchAndExtract(path);
        String id = match == null ? "" : match.getUriVariables().getOrDefault("id", "");
        Mono<Void> call = chain.filter(exchange);
        return ID.matcher(id).matches()
                ? call.contextWrite(context -> context.put(LogKey.ROOM.contextKey(), id))
                : call;
    }
}
