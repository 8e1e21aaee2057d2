package io.pasar.live;

import io.pasar.test.TrustsTestIssuer;
import io.pasar.test.UsesServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/// Runs the test against the live service on a port of its own, with real servers and tokens of the test issuer.
@UsesServers
@TrustsTestIssuer
@SpringBootTest(
        classes = LiveServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=live-service", "pasar.member-directory.url="})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UsesLiveService {}
