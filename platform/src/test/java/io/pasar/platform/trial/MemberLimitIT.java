package io.pasar.platform.trial;

import io.pasar.test.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.test.StepVerifier;

/// Members may not write as often as they like.
@UsesTrialService
class MemberLimitIT {

    @Autowired
    WebTestClient http;

    @Autowired
    OfferStore offers;

    private final String title = UUID.randomUUID().toString();

    @Test
    void refusesACallThatComesTooOftenAndDoesNothing() {
        UUID busy = UUID.randomUUID();
        post("/v1/offers/few", busy).expectStatus().isOk();
        post("/v1/offers/few", busy).expectStatus().isOk();
        post("/v1/offers/few", busy)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"offers\";q=2;w=60")
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/too-many-requests");
        StepVerifier.create(offers.count(title)).expectNext(2L).verifyComplete();
    }

    @Test
    void countsEachMemberAndEachCallForItself() {
        UUID busy = UUID.randomUUID();
        post("/v1/offers/few", busy).expectStatus().isOk();
        post("/v1/offers/few", busy).expectStatus().isOk();
        post("/v1/offers/few", UUID.randomUUID()).expectStatus().isOk();
        post("/v1/offers", busy).expectStatus().isCreated();
    }

    private ResponseSpec post(String path, UUID member) {
        return http.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(TestTokens.valid(member, "ayu")))
                .bodyValue(Map.of("title", title))
                .exchange();
    }
}
