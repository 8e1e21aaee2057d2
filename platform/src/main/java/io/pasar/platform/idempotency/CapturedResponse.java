package io.pasar.platform.idempotency;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes an answer down instead of sending it. One request writes it, from one thread at a time.
final class CapturedResponse extends ServerHttpResponseDecorator {

    private static final Set<String> TRANSPORT =
            Set.of("content-length", "transfer-encoding", "connection", "date", "keep-alive", "set-cookie");

    private final HttpHeaders headers = new HttpHeaders();
    private final int bytesMax;
    private @Nullable HttpStatusCode status;
    private byte[] body = {};
    private boolean complete;

    CapturedResponse(ServerHttpResponse response, int bytesMax) {
        super(response);
        this.bytesMax = bytesMax;
    }

    /// The answer, once complete.
    KeptAnswer answer() {
        int code = Objects.requireNonNullElse(status, HttpStatus.OK).value();
        Map<String, List<String>> kept = headers.headerNames().stream()
                .filter(Predicate.not(name -> TRANSPORT.contains(name.toLowerCase(java.util.Locale.ROOT))))
                .collect(Collectors.toMap(name -> name, headers::getOrEmpty));
        return new KeptAnswer(code, kept, Base64.getEncoder().encodeToString(body));
    }

    /// Forgets what a handler began to answer before it failed.
    void reset() {
        headers.clear();
        status = null;
        body = new byte[0];
        complete = false;
    }

    @Override
    public boolean setStatusCode(@Nullable HttpStatusCode code) {
        status = code;
        return true;
    }

    @Override
    public @Nullable HttpStatusCode getStatusCode() {
        return status;
    }

    @Override
    public boolean setRawStatusCode(@Nullable Integer code) {
        return setStatusCode(code == null ? null : HttpStatusCode.valueOf(code));
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public boolean isCommitted() {
        return complete;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> content) {
        if (MediaType.TEXT_EVENT_STREAM.isCompatibleWith(headers.getContentType())) {
            return Mono.error(new IllegalStateException("a stream of events cannot be kept"));
        }
        return DataBufferUtils.join(content, bytesMax).doOnNext(this::take).then(setComplete());
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> content) {
        return writeWith(Flux.from(content).concatMap(part -> part));
    }

    @Override
    public Mono<Void> setComplete() {
        return Mono.fromRunnable(() -> complete = true);
    }

    private void take(DataBuffer content) {
        body = new byte[content.readableByteCount()];
        content.read(body);
        DataBufferUtils.release(content);
    }
}
