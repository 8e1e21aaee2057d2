package io.pasar.live.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.UsesLiveService;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@UsesLiveService
class ProductIT {

    @LocalServerPort
    private int port;

    private Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.at(port);
    }

    @Test
    void listsAProductWithATitleAndAPriceAndMakesItsVariant() {
        var answer = seller.list("{\"title\":\" Clay pot \",\"price\":{\"amount\":\"9.90\",\"currency\":\"EUR\"}}");
        answer.expectStatus().isCreated().expectHeader().valueMatches("Location", "/live/v1/products/.*");
        JsonNode product = Seller.body(answer);
        assertThat(product.path("title").asString()).isEqualTo("Clay pot");
        assertThat(product.path("variants")).hasSize(1);
        assertThat(product.path("variants").get(0).path("price").toString())
                .isEqualTo("{\"amount\":\"9.90\",\"currency\":\"EUR\"}");
        assertThat(product.path("soldCount").asInt()).isZero();
        assertThat(product.path("ownerId").asString()).isEqualTo(seller.id().toString());
    }

    @Test
    void answersToEveryoneWhatItAnsweredToTheSeller() {
        JsonNode listed = Seller.body(seller.list("""
                {"title":"Shirt","description":"<p>Soft<script>alert(1)</script></p>","vendor":"ACME","type":"Tops",
                 "tags":["men"],"images":[{"src":"https://a.example/1.jpg","alt":"Front"}],
                 "price":{"amount":"10","currency":"USD"},
                 "variants":[{"sku":"S-1","options":{"Size":"S","Colour":"Red"},"stock":3},
                             {"sku":"S-2","options":{"Size":"M","Colour":"Red"},"price":{"amount":"12.5","currency":"USD"}}]}
                """));
        JsonNode read = Seller.body(Seller.guest(port)
                .get()
                .uri("/products/" + listed.path("id").asString())
                .exchange());
        assertThat(read).isEqualTo(listed);
        assertThat(read.path("description").asString()).isEqualTo("<p>Soft</p>");
        assertThat(read.path("descriptionText").asString()).isEqualTo("Soft");
        assertThat(read.path("options").toString()).isEqualTo("[\"Size\",\"Colour\"]");
        assertThat(read.path("variants").get(0).path("options").toString())
                .isEqualTo("{\"Size\":\"S\",\"Colour\":\"Red\"}");
        assertThat(read.path("variants").get(0).path("price").path("amount").asString())
                .isEqualTo("10.00");
        assertThat(read.path("variants").get(1).path("stock").isNull()).isTrue();
        assertThat(read.path("priceFrom").path("amount").asString()).isEqualTo("10.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}; /title",
                "{\"title\":\"a\\u202Eb\"}; /title",
                "{\"title\":7}; /title",
                "{\"title\":\"a\",\"pirce\":1}; /pirce",
                "{\"title\":\"a\",\"price\":{\"amount\":\"1.999\",\"currency\":\"EUR\"}}; /price/amount",
                "{\"title\":\"a\",\"price\":{\"amount\":\"1.5\",\"currency\":\"JPY\"}}; /price/amount",
                "{\"title\":\"a\",\"price\":{\"amount\":\"1.2345\",\"currency\":\"KWD\"}}; /price/amount",
                "{\"title\":\"a\",\"price\":{\"amount\":\"-1\",\"currency\":\"EUR\"}}; /price",
                "{\"title\":\"a\",\"price\":{\"amount\":\"1\",\"currency\":\"ZZZ\"}}; /price/currency",
                "{\"title\":\"a\",\"price\":{\"amount\":1,\"currency\":\"EUR\"}}; /price/amount",
                "{\"title\":\"a\",\"variants\":[{\"stock\":1000000000000}]}; /variants/0/stock",
                "{\"title\":\"a\",\"variants\":[{\"stock\":-1}]}; /variants/0/stock",
                "{\"title\":\"a\",\"variants\":[{\"stock\":1.5}]}; /variants/0/stock",
                "{\"title\":\"a\",\"variants\":[{\"sku\":\"A\",\"options\":{\"S\":\"1\"}},{\"sku\":\"A\",\"options\":{\"S\":\"2\"}}]}; /variants/1/sku",
                "{\"title\":\"a\",\"variants\":[{\"options\":{\"S\":\"1\"}},{\"options\":{\"S\":\"1\"}}]}; /variants/1/options",
                "{\"title\":\"a\",\"variants\":[null]}; /variants/0",
                "{\"title\":\"a\",\"tags\":[null]}; /tags/0",
            })
    void refusesAndSaysWhereAndKeepsNothing(String json, String pointer) {
        var answer = seller.list(json);
        answer.expectStatus().isBadRequest();
        JsonNode problem = Seller.body(answer);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/invalid-request");
        assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo(pointer);
        assertThat(seller.products()).isEmpty();
    }

    @Test
    void pagesThroughOnesOwnProductsNewestFirst() {
        IntStream.range(0, 5).forEach(i -> seller.list("{\"title\":\"Product " + i + "\"}"));
        Seller.at(port).list("{\"title\":\"Somebody else's\"}");
        JsonNode first = Seller.body(seller.get("/products?limit=3"));
        JsonNode second = Seller.body(
                seller.get("/products?limit=3&after=" + first.path("next").asString()));
        assertThat(titles(first)).containsExactly("Product 4", "Product 3", "Product 2");
        assertThat(titles(second)).containsExactly("Product 1", "Product 0");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void wantsASignedInMemberForListsAndListing() {
        Seller.guest(port).get().uri("/products").exchange().expectStatus().isUnauthorized();
        Seller.guest(port).post().uri("/products").exchange().expectStatus().is4xxClientError();
    }

    @Test
    void knowsNoProductNobodyListed() {
        seller.get("/products/" + UUID.randomUUID()).expectStatus().isNotFound();
        seller.get("/products/nonsense").expectStatus().isBadRequest();
    }

    private static java.util.List<String> titles(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(product -> product.path("title").asString())
                .toList();
    }
}
