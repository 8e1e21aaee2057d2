package io.pasar.platform.web;

import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Gives controllers of lists the [PageRequest] in `?limit=&after=`.
final class PageRequestArgumentProvider implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        return Mono.fromCallable(() -> new PageRequest(limit(query.getFirst("limit")), after(query.getFirst("after"))));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return PageRequest.LIMIT_DEFAULT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= PageRequest.LIMIT_MAX) {
                return limit;
            }
        } catch (NumberFormatException noNumber) {
            throw badLimit();
        }
        throw badLimit();
    }

    private static Problem badLimit() {
        return Problem.invalid("/limit", "must be a whole number between 1 and " + PageRequest.LIMIT_MAX);
    }

    private static Optional<Cursor> after(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Cursor.parse(text));
        } catch (IllegalArgumentException foreign) {
            throw Problem.invalid("/after", "must be the value of next in the previous page");
        }
    }
}
