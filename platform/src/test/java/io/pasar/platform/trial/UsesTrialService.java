package io.pasar.platform.trial;

import io.pasar.test.TrustsTestIssuer;
import io.pasar.test.UsesServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;

/// Runs the test against the trial service with real servers.
@UsesServers
@TrustsTestIssuer
@AutoConfigureWebTestClient(timeout = "PT20S")
@SpringBootTest(
        classes = TrialApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=trial-service")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UsesTrialService {}
