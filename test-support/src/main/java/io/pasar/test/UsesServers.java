package io.pasar.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// The test class needs PostgreSQL and Redis.
///
/// One of each is started for the whole test JVM before the first such class, with an empty database, and the
/// system properties `PASAR_POSTGRES_URL` and `PASAR_REDIS_URL` point to them. They come from Testcontainers where
/// a Docker engine answers, else from Maven Central. Both are durable and vanish with the JVM. Write it above
/// `@SpringBootTest`. A test that kills or cuts off a server takes one of its own from [TestServers].
@Inherited
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServersExtension.class)
public @interface UsesServers {}
