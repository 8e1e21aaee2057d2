package io.pasar.live;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/// The live service in this process, beside others: it has event loops of its own, because a service that ends takes
/// the loops that all others share with it.
public final class LiveNode {

    private LiveNode() {}

    /// Starts it on a free port.
    ///
    /// @param settings as command line arguments
    public static ConfigurableApplicationContext start(List<String> settings) {
        return new SpringApplicationBuilder(LiveServiceApplication.class)
                .properties("spring.config.name=live-service")
                .initializers(context -> ownLoops((GenericApplicationContext) context))
                .run(Stream.concat(settings.stream(), Stream.of("--server.port=0"))
                        .toArray(String[]::new));
    }

    /// Where it listens.
    public static int port(ConfigurableApplicationContext node) {
        return node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static void ownLoops(GenericApplicationContext context) {
        context.registerBean("reactorResourceFactory", ReactorResourceFactory.class, LiveNode::resources);
    }

    private static ReactorResourceFactory resources() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }
}
