package io.pasar.standalone;

import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.HttpResources;

/// The process's event loops and connections, which no single service may dispose of.
final class SharedLoopsProvider {

    private SharedLoopsProvider() {}

    static ReactorResourceFactory resources() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResources(HttpResources.get());
        resources.setConnectionProvider(HttpResources.get());
        return resources;
    }
}
