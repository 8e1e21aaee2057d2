package io.pasar.platform.auth;

import io.pasar.platform.problem.CommonProblem;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Takes the token out of the `Authorization` header. No header is a guest; a header that is no single bearer
/// token (RFC 6750) is refused rather than overlooked.
final class BearerTokenProvider implements ServerAuthenticationConverter {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9-._~+/]+=*)");
    private static final int TOKEN_MAX = 8_192;

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        List<String> values = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        return values.isEmpty() ? Mono.empty() : Mono.fromCallable(() -> token(values));
    }

    private static Authentication token(List<String> values) {
        var bearer = BEARER.matcher(values.getFirst().strip());
        if (values.size() > 1 || !bearer.matches()) {
            throw CommonProblem.INVALID_TOKEN.because("Send one Authorization header: Bearer and the access token.");
        }
        if (bearer.group(1).length() > TOKEN_MAX) {
            throw CommonProblem.INVALID_TOKEN.because("The token is longer than " + TOKEN_MAX + " characters.");
        }
        return new BearerTokenAuthenticationToken(bearer.group(1));
    }
}
