package io.pasar.content;

import io.pasar.test.TrustsTestIssuer;
import io.pasar.test.UsesServers;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// The test talks to a running content service on a free port, with real PostgreSQL and Redis and the test issuer.
@Inherited
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@UsesServers
@TrustsTestIssuer
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.config.name=content-ai")
public @interface RunsContentService {}
