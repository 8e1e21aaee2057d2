package io.pasar.content;

import io.pasar.platform.PlatformConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// The content service, alone in its process. Inside the standalone process the same class is the root of a
/// child context.
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class ContentServiceApplication {

    static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(ContentServiceApplication.class);
        System.setProperty("spring.config.name", "content-ai");
        application.run(arguments);
    }
}
