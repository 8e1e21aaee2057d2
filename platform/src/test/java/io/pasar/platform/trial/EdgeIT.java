package io.pasar.platform.trial;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/// The conventions of the HTTP edge, on a running service.
@UsesTrialService
class EdgeIT {

    @Autowired
    WebTestClient http;

    @Test
    void saysThatItIsReadyAndNothingElse() {
        http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"status\":\"UP\"}", org.springframework.test.json.JsonCompareMode.STRICT);
    }

    @Test
    void answersAnUnknownPathWithAProblem() {
        http.get()
                .uri("/v1/nowhere")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-found");
    }

    @Test
    void takesWhoSendsNoTokenForAGuest() {
        http.get()
                .uri("/v1/caller")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"caller\":\"guest\"}");
    }
}
