package io.pasar.community;

import io.pasar.platform.PlatformConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// The community service, alone in its process. Inside the standalone process the same class is the root of a
/// child context.
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class CommunityServiceApplication {

    static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(CommunityServiceApplication.class);
        System.setProperty("spring.config.name", "community-service");
        application.run(arguments);
    }
}
