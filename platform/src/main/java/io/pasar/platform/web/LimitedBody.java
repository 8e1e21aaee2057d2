package io.pasar.platform.web;

import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

/// A request whose body ends in a 413 problem when it grows beyond the limit, whoever reads it and however.
final class LimitedBody extends ServerHttpRequestDecorator {

    private final long bytesMax;

    LimitedBody(ServerHttpRequest request, DataSize max) {
        super(request);
        this.bytesMax = max.toBytes();
    }

    static Problem tooLarge(DataSize max) {
        return CommonProblem.PAYLOAD_TOO_LARGE.because(
                "The body may have at most " + max.toBytes() + " bytes. Send a smaller one.");
    }

    @Override
    public Flux<DataBuffer> getBody() {
        AtomicLong seen = new AtomicLong();
        return super.getBody().handle((buffer, sink) -> pass(buffer, sink, seen));
    }

    private void pass(DataBuffer buffer, SynchronousSink<DataBuffer> sink, AtomicLong seen) {
        if (seen.addAndGet(buffer.readableByteCount()) > bytesMax) {
            DataBufferUtils.release(buffer);
            sink.error(tooLarge(DataSize.ofBytes(bytesMax)));
            return;
        }
        sink.next(buffer);
    }
}
