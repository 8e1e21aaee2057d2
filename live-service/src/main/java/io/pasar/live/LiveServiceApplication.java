package io.pasar.live;

import io.pasar.platform.PlatformConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// The live service, alone in its process. Inside the standalone process the same class is the root of a child
/// context.
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class LiveServiceApplication {

    static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(LiveServiceApplication.class);
        System.setProperty("spring.config.name", "live-service");
        application.run(arguments);
    }
}
