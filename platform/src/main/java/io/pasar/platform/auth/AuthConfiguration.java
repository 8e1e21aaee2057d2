package io.pasar.platform.auth;

import io.pasar.platform.auth.AuthProperties.Issuer;
import io.pasar.platform.auth.JwtTokenVerifier.TrustedIssuer;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.ProblemAdvice;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AnonymousSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/// Wires `auth`: a stateless resource server. The edge lets everything through and says who is calling;
/// services decide what that caller may do.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthProperties.class)
public class AuthConfiguration {

    private static final int KEY_SET_BYTES_MAX = 256 * 1024;

    /// Refuses the service's start if an issuer's keys stand in the settings and cannot be read.
    @Bean
    TokenVerifier tokenVerifier(
            AuthProperties settings, ObjectProvider<IssuerKeys> own, WebClient.Builder http, Clock clock) {
        IssuerKeysProvider sources = new IssuerKeysProvider(own.stream().toList(), client(http));
        KeyRefreshRules rules = new KeyRefreshRules(settings.keysMaxAge(), settings.keysRefreshGap());
        Map<String, TrustedIssuer> issuers = settings.issuers().stream()
                .collect(Collectors.toMap(
                        Issuer::issuer,
                        issuer -> new TrustedIssuer(
                                issuer, new JwksClient(sources.of(issuer), rules, settings.keysTimeout(), clock))));
        VerifiedTokens verified = new VerifiedTokens(settings.verifiedMax(), settings.keysMaxAge(), clock);
        TokenTimes times = new TokenTimes(settings.clockSkew(), settings.tokenLifetimeMax());
        return new JwtTokenVerifier(issuers, verified, times, clock);
    }

    private static WebClient client(WebClient.Builder http) {
        return http.clone()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(KEY_SET_BYTES_MAX))
                .build();
    }

    @Bean
    ReactiveAuthenticationManager memberAuthentication(TokenVerifier verifier) {
        return new MemberAuthenticationProvider(verifier);
    }

    /// Requests whose path or headers could mean different things to different readers never get further.
    @Bean
    ServerExchangeRejectedHandler ambiguousRequests(ProblemAdvice problems) {
        return (exchange, _) -> problems.answer(
                exchange,
                CommonProblem.INVALID_REQUEST.because(
                        "The path or a header holds characters that are not accepted, such as %00, .. or ;"));
    }

    @Bean
    SecurityWebFilterChain securityFilterChain(
            ServerHttpSecurity http, ReactiveAuthenticationManager members, ProblemAdvice problems) {
        return http.csrf(CsrfSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .headers(HeaderSpec::disable)
                .anonymous(AnonymousSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .oauth2ResourceServer(server -> server.bearerTokenConverter(new BearerTokenProvider())
                        .authenticationManagerResolver(_ -> Mono.just(members))
                        .authenticationEntryPoint(problems::handle))
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .build();
    }
}
