package io.pasar.platform.web;

import io.pasar.platform.auth.Caller;
import io.pasar.platform.auth.CurrentMemberProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Gives controllers the [Caller]: a member if the request carried a valid token, a guest if it carried none.
final class CallerArgumentProvider implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return CurrentMemberProvider.member().cast(Object.class).defaultIfEmpty(Caller.guest());
    }
}
