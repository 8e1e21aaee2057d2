package io.pasar.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import reactor.core.publisher.Mono;

class PathHandlerTest {

    private final List<RequestPath> atLive = new ArrayList<>();
    private final List<RequestPath> atFront = new ArrayList<>();
    private final PathHandler handler = new PathHandler(Map.of("/live", recordTo(atLive)), recordTo(atFront));

    @ParameterizedTest
    @CsvSource({"/live,''", "/live/,/", "/live/v1/rooms,/v1/rooms", "/live/v1/a%2Fb,/v1/a%2Fb"})
    void givesAServiceItsPathAsTheContextPath(String path, String within) {
        call(path);

        assertThat(atLive).singleElement().satisfies(seen -> {
            assertThat(seen.contextPath().value()).isEqualTo("/live");
            assertThat(seen.pathWithinApplication().value()).isEqualTo(within);
        });
        assertThat(atFront).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/liveness", "/LIVE/v1/rooms", "//live", "/other/live"})
    void keepsWhatBeginsWithNoServicesPath(String path) {
        call(path);

        assertThat(atLive).isEmpty();
        assertThat(atFront)
                .singleElement()
                .satisfies(seen -> assertThat(seen.contextPath().value()).isEmpty());
    }

    @Test
    void handsOverOnTheSameThread() {
        Thread caller = Thread.currentThread();
        HttpHandler service = (_, _) ->
                Mono.fromRunnable(() -> assertThat(Thread.currentThread()).isSameAs(caller));

        new PathHandler(Map.of("/live", service), service)
                .handle(MockServerHttpRequest.get("/live").build(), new MockServerHttpResponse())
                .block();
    }

    private void call(String path) {
        handler.handle(
                        MockServerHttpRequest.method(HttpMethod.GET, URI.create("http://host" + path))
                                .build(),
                        new MockServerHttpResponse())
                .block();
    }

    private static HttpHandler recordTo(List<RequestPath> seen) {
        return (request, _) -> Mono.fromRunnable(() -> seen.add(request.getPath()));
    }
}
