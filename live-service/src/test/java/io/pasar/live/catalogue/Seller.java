package io.pasar.live.catalogue;

import io.pasar.platform.json.PlatformJson;
import io.pasar.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A member with a catalogue, calling the service from outside.
public final class Seller {

    private static final JsonMapper JSON = PlatformJson.mapper();
    private static final MediaType CSV = MediaType.parseMediaType("text/csv");

    private final UUID id;
    private final WebTestClient http;

    private Seller(UUID id, WebTestClient http) {
        this.id = id;
        this.http = http;
    }

    /// Somebody new.
    public static Seller at(int port) {
        return at(port, UUID.randomUUID());
    }

    /// The same member at another port.
    public Seller movedTo(int port) {
        return at(port, id);
    }

    private static Seller at(int port, UUID id) {
        return new Seller(id, http(port, TestTokens.valid(id, "seller")));
    }

    /// Somebody without a token.
    public static WebTestClient guest(int port) {
        return http(port, null);
    }

    private static WebTestClient http(int port, @org.jspecify.annotations.Nullable String token) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/live/v1")
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .defaultHeaders(headers -> {
                    if (token != null) {
                        headers.setBearerAuth(token);
                    }
                })
                .build();
    }

    public UUID id() {
        return id;
    }

    public ResponseSpec list(String json) {
        return http.post()
                .uri("/products")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    public ResponseSpec get(String path) {
        return http.get().uri(path).exchange();
    }

    public ResponseSpec cancel(String job) {
        return http.delete().uri("/jobs/" + job).exchange();
    }

    public ResponseSpec upload(byte[] csv) {
        return upload(csv, "");
    }

    public ResponseSpec upload(byte[] csv, String query) {
        return http.post()
                .uri("/products/import" + query)
                .contentType(CSV)
                .bodyValue(csv)
                .exchange();
    }

    /// The status of an upload under another content type.
    public int uploadAs(String contentType, byte[] csv) {
        return http.post()
                .uri("/products/import")
                .contentType(MediaType.parseMediaType(contentType))
                .bodyValue(csv)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }

    /// Uploads a file that is taken; the job's id.
    public String uploaded(byte[] csv) {
        return body(upload(csv).expectStatus().isAccepted()).path("id").asString();
    }

    /// Imports a file; the job when it has ended.
    public JsonNode imported(byte[] csv) {
        return ended(uploaded(csv));
    }

    public JsonNode imported(String csv) {
        return imported(csv.getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode job(String job) {
        return body(get("/jobs/" + job).expectStatus().isOk());
    }

    public JsonNode ended(String job) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !job(job).path("state").asString().equals("running"));
        return job(job);
    }

    /// The newest products, at most a hundred.
    public JsonNode products() {
        return body(get("/products?limit=100").expectStatus().isOk()).path("items");
    }

    /// Every product, page by page.
    public List<JsonNode> everyProduct() {
        List<JsonNode> products = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    body(get("/products?limit=100" + after).expectStatus().isOk());
            page.path("items").forEach(products::add);
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        return products;
    }

    public static JsonNode body(ResponseSpec answer) {
        EntityExchangeResult<byte[]> result = answer.expectBody().returnResult();
        byte[] bytes = result.getResponseBody();
        return JSON.readTree(bytes == null ? new byte[] {'{', '}'} : bytes);
    }
}
