package io.pasar.platform.trial;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Who is calling, behind a proxy that is trusted.
@UsesTrialService
@TestPropertySource(properties = "pasar.web.trusted-proxies=127.0.0.0/8,::1")
class ForwardedCallerIT {

    @Autowired
    WebTestClient http;

    @Test
    void seesTheCallerAndTheirSchemeThroughTheProxy() {
        http.get()
                .uri("/v1/address")
                .header("X-Forwarded-For", "6.6.6.6, 203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=6.6.6.6;proto=ftp")
                .exchange()
                .expectBody()
                .json("{\"address\":\"203.0.113.9\",\"scheme\":\"https\"}");
    }

    @Test
    void seesTheProxyWhereItSaysNothing() {
        http.get()
                .uri("/v1/address")
                .header("X-Forwarded-Proto", "gopher")
                .exchange()
                .expectBody()
                .json("{\"address\":\"127.0.0.1\",\"scheme\":\"http\"}");
    }
}
