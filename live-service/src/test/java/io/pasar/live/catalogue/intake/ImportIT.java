package io.pasar.live.catalogue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.live.UsesLiveService;
import io.pasar.live.catalogue.Seller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@UsesLiveService
class ImportIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String HEADER =
            "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty," + "Variant Price,Published\n";

    /// A job of more parts than anybody reads in a test.
    private static final String ENDLESS_FILE = """
            INSERT INTO import_job (id, owner, currency, total, parts) VALUES (:id, :id, 'EUR', 1, 2000000000)
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private final Set<Instant> ends = new HashSet<>();
    private Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.at(port);
    }

    @ParameterizedTest
    @CsvSource({"apparel.csv,20,22", "home-and-garden.csv,20,21"})
    void importsARealCatalogue(String name, int products, int variants) {
        var answer = seller.upload(resource(name));
        answer.expectStatus().isAccepted().expectHeader().valueMatches(HttpHeaders.LOCATION, "/live/v1/jobs/.*");
        JsonNode job = seller.ended(Seller.body(answer).path("id").asString());
        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(job.path("total").asInt()).isEqualTo(products);
        assertThat(job.path("done").asInt()).isEqualTo(products);
        assertThat(job.path("failed").asInt()).isZero();
        assertThat(job.path("errors")).isEmpty();
        JsonNode own = seller.products();
        assertThat(own).hasSize(products);
        assertThat(own.valueStream()
                        .mapToInt(product -> product.path("variants").size())
                        .sum())
                .isEqualTo(variants);
    }

    @Test
    void staysWithAWorkerThatIsStillLoadingItsFile() {
        UUID job = UUID.randomUUID();
        database.sql(ENDLESS_FILE).bind("id", job).then().block();
        try {
            await().atMost(SOON).until(() -> leases(job) > 1);
        } finally {
            database.sql("DELETE FROM import_job WHERE id = :id")
                    .bind("id", job)
                    .then()
                    .block();
        }
    }

    /// How many different ends of the import's first lease were seen.
    private int leases(UUID job) {
        database.sql("SELECT leased_until FROM import_job WHERE id = :id AND leased_until IS NOT NULL AND claims = 1")
                .bind("id", job)
                .map(row -> row.get(0, Instant.class))
                .all()
                .collectList()
                .blockOptional()
                .ifPresent(ends::addAll);
        return ends.size();
    }

    @Test
    void importsWhatEveryoneCanReadAfterwards() {
        seller.imported(resource("home-and-garden.csv"));
        JsonNode pot = product("clay-plant-pot");
        JsonNode read = Seller.body(Seller.guest(port)
                .get()
                .uri("/products/" + pot.path("id").asString())
                .exchange());
        assertThat(read).isEqualTo(pot);
        assertThat(read.path("title").asString()).isEqualTo("Clay Plant Pot");
        assertThat(read.path("variants").get(0).path("price").toString())
                .isEqualTo("{\"amount\":\"9.99\",\"currency\":\"USD\"}");
        assertThat(read.path("variants").get(1).path("stock").asInt()).isEqualTo(3);
        assertThat(read.path("images")).hasSize(2);
    }

    @Test
    void takesPricesInTheNamedCurrency() {
        String job = Seller.body(seller.upload(csv("a,A,,,,,5.00,"), "?currency=EUR"))
                .path("id")
                .asString();
        seller.ended(job);
        assertThat(product("a").path("priceFrom").path("currency").asString()).isEqualTo("EUR");
    }

    @Test
    void updatesByHandleAndKeepsEveryId() {
        seller.imported(csv("a,A,Size,S,S-1,1,5.00,", "a,,,M,S-2,1,6.00,", "a,,,L,S-3,1,7.00,", "b,B,,,,,1,"));
        JsonNode before = product("a");
        seller.imported(csv("a,New A,Size,M,S-2,9,6.50,", "a,,,S,S-1,1,5.00,", "a,,,XL,S-4,1,8.00,"));
        JsonNode after = product("a");
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("createdAt")).isEqualTo(before.path("createdAt"));
        assertThat(after.path("title").asString()).isEqualTo("New A");
        assertThat(variantIds(after).keySet()).containsExactlyInAnyOrder("M", "S", "XL");
        assertThat(variantIds(after).get("M")).isEqualTo(variantIds(before).get("M"));
        assertThat(variantIds(after).get("S")).isEqualTo(variantIds(before).get("S"));
        seller.imported(csv("a,A,Size,L,S-3,1,7.00,"));
        assertThat(variantIds(product("a")))
                .isEqualTo(Map.of("L", variantIds(before).get("L")));
        assertThat(seller.products()).hasSize(2);
    }

    @Test
    void keepsCataloguesOfTwoSellersApart() {
        Seller other = Seller.at(port);
        seller.imported(csv("a,Mine,,,,,1,"));
        other.imported(csv("a,Theirs,,,,,2,"));
        assertThat(product("a").path("title").asString()).isEqualTo("Mine");
        assertThat(other.products()).hasSize(1);
    }

    @Test
    void importsTheOthersAndSaysWhatIsWrongWithEach() {
        JsonNode job = seller.imported(csv(
                "good,Good,,,,,1.00,",
                "formula,=1+1,,,,,1.00,",
                "decimals,A,,,,,1.999,",
                "negative,A,,,,,-1,",
                "stock,A,,,,-1,1.00,",
                "much,A,,,,1000000000000,1.00,",
                "trick,A\u202Eb,,,,,1.00,",
                "twice,A,Size,S,,,1.00,",
                "twice,,,S,,,1.00,",
                "again,A,,,,,1.00,",
                "fine,Fine,,,,,2.00,",
                "again,B,,,,,1.00,",
                "columns,A,,,,,1.00,true,extra"));
        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(job.path("done").asInt()).isEqualTo(2);
        assertThat(job.path("failed").asInt()).isEqualTo(10);
        assertThat(job.path("total").asInt()).isEqualTo(12);
        assertThat(job.path("errors").valueStream().map(ImportIT::place))
                .containsExactly(
                        "3 formula Title",
                        "4 decimals Variant Price",
                        "5 negative Variant Price",
                        "6 stock Variant Inventory Qty",
                        "7 much Variant Inventory Qty",
                        "8 trick Title",
                        "10 twice Option1 Value",
                        "11 again Handle",
                        "13 again Handle",
                        "14 columns Handle");
        assertThat(seller.products()
                        .valueStream()
                        .map(product -> product.path("handle").asString()))
                .containsExactlyInAnyOrder("good", "fine");
    }

    @Test
    void failsAnImportOfWhichNothingWasGood() {
        JsonNode job = seller.imported(csv("a,=1+1,,,,,1.00,"));
        assertThat(job.path("state").asString()).isEqualTo("failed");
        assertThat(job.path("failed").asInt()).isEqualTo(1);
        assertThat(seller.products()).isEmpty();
    }

    @Test
    void keepsTheFirstHundredErrors() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 350; i++) {
            rows.append("h").append(i).append(",=1,,,,,1.00,\n");
        }
        JsonNode job = seller.imported(rows.toString());
        assertThat(job.path("failed").asInt()).isEqualTo(350);
        assertThat(job.path("errors")).hasSize(100);
        assertThat(job.path("errors").get(99).path("handle").asString()).isEqualTo("h99");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "~Handle,Title\na,A\n~; csv-header; Variant Price is missing",
                "~a,A,1.00\nb,B,1.00\n~; csv-header; Handle is missing",
                "~Handle,Title,Variant Price,Title\na,A,1,B\n~; csv-header; Title is there twice",
                "~Handle,Title,Variant Price\na,\"A,1.00\n~; csv-syntax; The quote opened on line 2 is never closed",
                "~Handle,Title,Variant Price\na,A\u0000B,1.00\n~; csv-not-utf8; NUL byte",
                "~Handle,Title,Variant Price\n~; csv-empty; no product",
            })
    void refusesAFileThatCannotBeReadAndKeepsNothing(String file, String type, String detail) {
        var answer = seller.upload(file.getBytes(StandardCharsets.UTF_8));
        answer.expectStatus().isBadRequest();
        JsonNode problem = Seller.body(answer);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + type);
        assertThat(problem.path("detail").asString()).contains(detail);
        assertThat(seller.products()).isEmpty();
    }

    @Test
    void refusesLatin1AndSaysWhere() {
        var answer = seller.upload("Handle,Title,Variant Price\na,Café,1.00\n".getBytes(StandardCharsets.ISO_8859_1));
        answer.expectStatus().isBadRequest();
        JsonNode problem = Seller.body(answer);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/csv-not-utf8");
        assertThat(problem.path("detail").asString()).contains("offset 32, on line 2");
    }

    @Test
    void refusesOneRowMoreThanAHundredThousand() {
        String rows = "Handle,Title,Variant Price\n" + "a,A,1\n".repeat(100_001);
        var answer = seller.upload(rows.getBytes(StandardCharsets.UTF_8));
        answer.expectStatus().isEqualTo(413);
        assertThat(Seller.body(answer).path("type").asString()).isEqualTo("/problems/csv-too-many-rows");
    }

    @Test
    void refusesMoreThan32MiB() {
        byte[] large = new byte[(32 << 20) + 1];
        java.util.Arrays.fill(large, (byte) '\n');
        var answer = seller.upload(large);
        answer.expectStatus().isEqualTo(413);
        assertThat(Seller.body(answer).path("type").asString()).isEqualTo("/problems/payload-too-large");
    }

    @Test
    void refusesOtherTypesEncodingsAndCurrencies() {
        byte[] file = csv("a,A,,,,,1,");
        Seller.guest(port)
                .post()
                .uri("/products/import")
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(file)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(seller.uploadAs("application/json", file)).isEqualTo(415);
        assertThat(seller.uploadAs("text/csv;charset=ISO-8859-1", file)).isEqualTo(415);
        assertThat(seller.uploadAs("text/csv;charset=UTF-8", file)).isEqualTo(202);
        JsonNode problem = Seller.body(seller.upload(file, "?currency=ZZZ"));
        assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo("/currency");
    }

    @Test
    void showsAJobToItsOwnerOnly() {
        String job = seller.uploaded(csv("a,A,,,,,1,"));
        Seller.at(port).get("/jobs/" + job).expectStatus().isNotFound();
        Seller.guest(port).get().uri("/jobs/" + job).exchange().expectStatus().isUnauthorized();
        assertThat(seller.ended(job).path("id").asString()).isEqualTo(job);
    }

    @Test
    void hidesWhatIsNotPublishedFromEveryoneElse() {
        seller.imported(csv("a,A,,,,,1,false"));
        String id = product("a").path("id").asString();
        seller.get("/products/" + id).expectStatus().isOk();
        Seller.at(port).get("/products/" + id).expectStatus().isNotFound();
        Seller.guest(port)
                .get()
                .uri("/products/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void carriesOutTheImportsOfOneSellerInTheOrderTheyCame() {
        List<String> jobs = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> seller.uploaded(csv("a,Version " + i + ",,,,,1,")))
                .toList();
        jobs.forEach(
                job -> assertThat(seller.ended(job).path("state").asString()).isEqualTo("done"));
        assertThat(product("a").path("title").asString()).isEqualTo("Version 5");
        assertThat(seller.products()).hasSize(1);
    }

    private JsonNode product(String handle) {
        return seller.products()
                .valueStream()
                .filter(product -> product.path("handle").asString().equals(handle))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> variantIds(JsonNode product) {
        return product.path("variants")
                .valueStream()
                .collect(Collectors.toMap(
                        variant -> variant.path("title").asString(),
                        variant -> variant.path("id").asString()));
    }

    private static String place(JsonNode error) {
        return error.path("line").asInt() + " " + error.path("handle").asString() + " "
                + error.path("column").asString();
    }

    private static byte[] csv(String... rows) {
        return (HEADER + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try {
            return new ClassPathResource("live/catalogues/" + name).getContentAsByteArray();
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
