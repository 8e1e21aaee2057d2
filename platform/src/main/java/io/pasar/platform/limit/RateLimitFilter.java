package io.pasar.platform.limit;

import io.pasar.platform.auth.CurrentMemberProvider;
import io.pasar.platform.web.FilterOrder;
import io.pasar.platform.web.MappedCallProvider;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Counts the unsafe calls of every member, all together and by [RateLimited] call, before a transaction is open.
final class RateLimitFilter implements WebFilter, Ordered {

    private static final RateLimit ALL = RateLimit.open("member-writes", 3000, Duration.ofMinutes(1));

    private final MappedCallProvider calls;
    private final RateLimiter limiter;

    RateLimitFilter(MappedCallProvider calls, RateLimiter limiter) {
        this.calls = calls;
        this.limiter = limiter;
    }

    @Override
    public int getOrder() {
        return FilterOrder.RATE_LIMIT;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!MappedCallProvider.isUnsafe(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return CurrentMemberProvider.member()
                .map(member -> member.id().toString())
                .delayUntil(member -> count(exchange, member))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<Void> count(ServerWebExchange exchange, String member) {
        return limiter.acquire(ALL, member)
                .then(Mono.defer(() -> calls.annotation(exchange, RateLimited.class)))
                .map(RateLimitFilter::limit)
                .flatMap(limit -> limiter.acquire(limit, member));
    }

    private static RateLimit limit(RateLimited call) {
        return RateLimit.open(call.value(), call.burst(), Duration.ofSeconds(call.perSeconds()));
    }
}
