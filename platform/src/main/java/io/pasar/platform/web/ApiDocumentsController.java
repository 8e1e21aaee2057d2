package io.pasar.platform.web;

import io.pasar.platform.ServiceProperties;
import io.pasar.platform.problem.CommonProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Serves the service's API documents: OpenAPI for HTTP, AsyncAPI for the socket and the event stream.
@RestController
final class ApiDocumentsController {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final Optional<byte[]> openApi;
    private final Optional<byte[]> asyncApi;

    ApiDocumentsController(ResourceLoader resources, ServiceProperties service) {
        openApi = read(resources, service.name() + "/api/openapi.yaml");
        asyncApi = read(resources, service.name() + "/api/asyncapi.yaml");
    }

    @GetMapping("/openapi")
    ResponseEntity<byte[]> openApi() {
        return served(openApi);
    }

    @GetMapping("/asyncapi")
    ResponseEntity<byte[]> asyncApi() {
        return served(asyncApi);
    }

    private static ResponseEntity<byte[]> served(Optional<byte[]> document) {
        byte[] bytes =
                document.orElseThrow(() -> CommonProblem.NOT_FOUND.because("This service has no such document."));
        return ResponseEntity.ok()
                .contentType(YAML)
                .cacheControl(CacheControl.noCache())
                .body(bytes);
    }

    private static Optional<byte[]> read(ResourceLoader resources, String name) {
        Resource resource = resources.getResource("classpath:" + name);
        try {
            return resource.exists() ? Optional.of(resource.getContentAsByteArray()) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
