package io.pasar.platform.auth;

import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.ProblemAdvice;
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
import reactor.core.publisher.Mono;

/// Wires `auth`: a stateless resource server. The edge lets everything through and says who is calling;
/// services decide what that caller may do.
@Configuration(proxyBeanMethods = false)
public class AuthConfiguration {

    @Bean
    TokenVerifier tokenVerifier() {
        return _ -> Mono.error(() -> CommonProblem.INVALID_TOKEN.because("No issuer is configured."));
    }

    @Bean
    ReactiveAuthenticationManager memberAuthentication(TokenVerifier verifier) {
        return new MemberAuthenticationProvider(verifier);
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
