package io.pasar.live.catalogue.intake;

import io.pasar.live.catalogue.shopify.FileSurvey;
import io.pasar.live.catalogue.shopify.ImportOutcome;
import io.pasar.live.catalogue.shopify.ShopifyFile;
import io.pasar.platform.problem.CommonProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Everything about catalogue files that blocks: disk, decoding, parsing, sanitising. It runs on a few threads of
/// its own, so imports slow down each other and nobody else.
@Component
class SpoolService implements DisposableBean {

    /// The largest file.
    static final long BYTES_MAX = 32L << 20;

    private static final int THREADS = 3;
    private static final int TASKS_MAX = 10_000;
    private static final int BUFFERS_AHEAD = 8;

    private final Scheduler blocking = Schedulers.newBoundedElastic(THREADS, TASKS_MAX, "catalogue-import");

    @Override
    public void destroy() {
        blocking.dispose();
    }

    /// Runs the work with an empty spool that is gone afterwards, however the work ends.
    <T> Mono<T> with(Function<Spool, Mono<T>> work) {
        return Mono.usingWhen(offLoop(Spool::open), work, this::close);
    }

    /// Writes an upload into the spool; more than [#BYTES_MAX] is a `payload-too-large` problem.
    Mono<Void> receive(Flux<DataBuffer> file, Spool spool) {
        return file.publishOn(blocking, BUFFERS_AHEAD)
                .doOnNext(buffer -> append(spool, buffer))
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .then();
    }

    /// Writes stored parts into the spool.
    Mono<Void> load(Flux<byte[]> parts, Spool spool) {
        return parts.publishOn(blocking, 1)
                .doOnNext(bytes -> append(spool, ByteBuffer.wrap(bytes)))
                .then();
    }

    /// Reads the spool from end to end; a `csv-…` problem if it cannot be read.
    Mono<SurveyedFile> survey(Spool spool) {
        return offLoop(() -> new SurveyedFile(spool, FileSurvey.of(spool.stream()), spool.size()));
    }

    /// The bytes to store under this number, from 0.
    Mono<byte[]> part(SurveyedFile file, int number) {
        long position = (long) number * SurveyedFile.PART_BYTES;
        return offLoop(() -> file.spool().read(position, SurveyedFile.PART_BYTES));
    }

    /// The file's products in order, read as they are asked for, on this service's threads.
    Flux<ImportOutcome> products(SurveyedFile file, String currency) {
        return Flux.generate(
                        () -> new ShopifyFile(
                                file.spool().stream(), currency, file.survey().repeated()),
                        SpoolService::next,
                        SpoolService::close)
                .subscribeOn(blocking);
    }

    private static ShopifyFile next(ShopifyFile file, SynchronousSink<ImportOutcome> sink) {
        file.next().ifPresentOrElse(sink::next, sink::complete);
        return file;
    }

    private static void append(Spool spool, DataBuffer buffer) {
        try (DataBuffer.ByteBufferIterator bytes = buffer.readableByteBuffers()) {
            bytes.forEachRemaining(part -> append(spool, part));
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static void append(Spool spool, ByteBuffer bytes) {
        try {
            spool.write(bytes);
            if (spool.size() > BYTES_MAX) {
                throw CommonProblem.PAYLOAD_TOO_LARGE.because(
                        "A file may have " + BYTES_MAX + " bytes; split it and upload the parts.");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Mono<Void> close(Spool spool) {
        return offLoop(() -> {
                    spool.close();
                    return spool;
                })
                .then();
    }

    private static void close(ShopifyFile file) {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private <T> Mono<T> offLoop(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(blocking);
    }
}
