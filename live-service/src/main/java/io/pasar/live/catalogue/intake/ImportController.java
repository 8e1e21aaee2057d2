package io.pasar.live.catalogue.intake;

import io.pasar.kernel.id.JobId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.idempotency.IdempotentOutsideTransaction;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.web.BodyLimit;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Imports over HTTP: the upload, and the job that says how far it is and can be cancelled.
@RestController
@RequestMapping("/v1")
class ImportController {

    private final ImportService imports;

    /// @param id what to ask `GET /v1/jobs/{id}` for
    record JobReference(JobId id) {}

    ImportController(ImportService imports) {
        this.imports = imports;
    }

    @BodyLimit(mebibytes = 32)
    @IdempotentOutsideTransaction
    @PostMapping(path = "/products/import", consumes = "text/csv")
    Mono<ResponseEntity<JobReference>> upload(
            Caller caller, @RequestParam @Nullable String currency, ServerHttpRequest request) {
        Caller.Member owner = caller.requireMember();
        requireUtf8(request.getHeaders().getContentType());
        return imports.take(owner, currency, request.getBody())
                .map(job -> ResponseEntity.accepted()
                        .location(location(request, job))
                        .body(new JobReference(job)));
    }

    @GetMapping("/jobs/{id}")
    Mono<ImportProgress> progress(Caller caller, @PathVariable JobId id) {
        return imports.progress(caller.requireMember(), id);
    }

    @DeleteMapping("/jobs/{id}")
    Mono<ImportProgress> cancel(Caller caller, @PathVariable JobId id) {
        return imports.cancel(caller.requireMember(), id);
    }

    private static void requireUtf8(@Nullable MediaType type) {
        Optional<Charset> declared = Optional.ofNullable(type).map(MediaType::getCharset);
        if (declared.filter(charset -> !StandardCharsets.UTF_8.equals(charset)).isPresent()) {
            throw CommonProblem.UNSUPPORTED_MEDIA_TYPE.because("Send text/csv in UTF-8.");
        }
    }

    private static URI location(ServerHttpRequest request, JobId job) {
        return URI.create(request.getPath().contextPath().value() + "/v1/jobs/" + job);
    }
}
