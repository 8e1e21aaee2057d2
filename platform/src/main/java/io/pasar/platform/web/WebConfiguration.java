package io.pasar.platform.web;

import io.pasar.kernel.id.IdGenerator;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Locale;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// Wires `web`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
@Import(ApiDocumentsController.class)
public class WebConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EnvelopeFilter envelopeFilter(IdGenerator ids) {
        return new EnvelopeFilter(ids);
    }

    /// Lets pages of the configured origins call; with none, browsers keep to the service's own.
    @Bean
    @Order(FilterOrder.CORS)
    CorsWebFilter corsFilter(WebProperties settings) {
        return new CorsWebFilter(
                _ -> settings.corsOrigins().isEmpty() ? null : CorsProvider.of(settings.corsOrigins()));
    }

    /// Refuses the service's start if a network cannot be read.
    @Bean
    NettyServerCustomizer forwardedCaller(WebProperties settings) {
        return new ForwardedCallerProvider(TrustedProxies.of(settings.trustedProxies()));
    }

    @Bean
    MappedCallProvider mappedCalls(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return new MappedCallProvider(mapping);
    }

    @Bean
    BodyLimitFilter bodyLimitFilter(MappedCallProvider calls, WebProperties settings) {
        return new BodyLimitFilter(calls, settings.bodyMax());
    }

    @Bean
    NettyServerCustomizer requestHead(
            JsonMapper json,
            @Value("${server.netty.max-initial-line-length}") DataSize lineMax,
            @Value("${server.max-http-request-header-size}") DataSize headersMax) {
        return new RequestHeadProvider(json, lineMax, headersMax);
    }

    @Bean
    NettyServerCustomizer requestPace(WebProperties settings, JsonMapper json) {
        return new RequestPaceProvider(settings, json);
    }

    @Bean
    IdGenerator idGenerator() {
        return IdGenerator.timeOrdered();
    }

    /// Controllers may take a `Caller` and a `PageRequest`; typed ids convert by their `of` method.
    @Bean
    WebFluxConfigurer controllerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgumentProvider(), new PageRequestArgumentProvider());
            }
        };
    }

    /// Constraint messages in English, whatever the machine's language.
    @Bean
    ValidationConfigurationCustomizer englishMessages() {
        return configuration -> configuration.messageInterpolator(
                new FixedLocaleInterpolator(configuration.getDefaultMessageInterpolator(), Locale.ENGLISH));
    }

    @Bean
    SmartInitializingSingleton validationWarmUp(Validator validator) {
        return () -> ValidationWarmUp.run(validator);
    }
}
