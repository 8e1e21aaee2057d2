package io.pasar.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Calls the HTTP contract until the outcome is certain: what failed, was cut off or still runs is asked again
/// under the same idempotency key. Some answers it loses on their way home and asks for again: they must be the
/// same. Safe for several threads.
final class PatientClient {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final int TOO_MANY = 429;
    private static final int FAILURES = 500;
    private static final int ONE_LOST_IN = 6;

    private final HttpClient http = HttpClient.newHttpClient();
    private final LongAdder repeats = new LongAdder();
    private final URI base;
    private final Random luck;

    PatientClient(URI base, long seed) {
        this.base = base;
        this.luck = new Random(seed);
    }

    /// How many calls had to be made again.
    long repeats() {
        return repeats.sum();
    }

    JsonNode get(String path, String token) {
        return certain(request(path, token).GET().build());
    }

    /// @param token empty for a guest
    JsonNode post(String path, String token, ObjectNode body) {
        HttpRequest request = request(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        JsonNode answer = certain(request);
        if (luck.nextInt(ONE_LOST_IN) == 0) {
            assertThat(certain(request)).as("the repeat of " + path).isEqualTo(answer);
        }
        return answer;
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER_MAX);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode certain(HttpRequest request) {
        return await(request.method() + " " + request.uri().getPath())
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(PAUSE)
                .until(() -> attempt(request), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> attempt(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (!isUncertain(answer)) {
                return Optional.of(accepted(request, answer));
            }
        } catch (IOException cutOff) {
            // Whether it took effect is not known; the repeat finds out.
        }
        repeats.increment();
        return Optional.empty();
    }

    private static boolean isUncertain(HttpResponse<String> answer) {
        return answer.statusCode() >= FAILURES
                || answer.statusCode() == TOO_MANY
                || answer.body().contains("/problems/idempotency-in-progress");
    }

    private static JsonNode accepted(HttpRequest request, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(request.method() + " " + request.uri().getPath() + " was refused with "
                    + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
