package io.pasar.community.trial;

import io.pasar.community.CommunityServiceApplication;
import io.pasar.test.UsesServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// Runs the test against the community service with real servers. All such classes share one service and one
/// database, so tests make their own members and never count everybody's.
@Inherited
@UsesServers
@AutoConfigureWebTestClient(timeout = "PT60S")
@Import({CommunityClient.class, LiveEvents.class})
@ContextConfiguration(initializers = FakeLive.class)
@SpringBootTest(
        classes = CommunityServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=community-service", "pasar.auth.keys-refresh-gap=1s"})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UsesCommunity {}
