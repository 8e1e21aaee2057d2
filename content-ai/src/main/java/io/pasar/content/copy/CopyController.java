package io.pasar.content.copy;

import io.pasar.content.check.Check;
import io.pasar.content.copy.CopyAnswer.ModelView;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.idempotency.IdempotentOutsideTransaction;
import io.pasar.platform.problem.FailureAdvice;
import io.pasar.platform.problem.Problem;
import io.pasar.platform.problem.ProblemBody;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Copy over HTTP: one answer, or a stream with a `part` for each text and `done` at the end; what goes wrong after
/// the stream has begun comes as the event `problem`.
@RestController
@RequestMapping("/v1/copy")
class CopyController {

    private static final Logger log = LoggerFactory.getLogger(CopyController.class);
    private static final int SERVER_ERRORS = 500;

    private final CopyService copy;

    CopyController(CopyService copy) {
        this.copy = copy;
    }

    /// The last event of a stream.
    private record DoneView(
            List<Check> checks, ModelView model, boolean cached, List<CopyNote> notes, List<String> notices) {
        static DoneView of(CopyAnswer answer) {
            return new DoneView(answer.checks(), answer.model(), answer.cached(), answer.notes(), answer.notices());
        }
    }

    @IdempotentOutsideTransaction
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<CopyAnswer> write(Caller caller, @RequestBody CopyRequest body) {
        return copy.task(caller, body).flatMap(copy::answer);
    }

    @IdempotentOutsideTransaction
    @PostMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<Object>>>> stream(Caller caller, @RequestBody CopyRequest body) {
        return copy.task(caller, body)
                .map(task -> copy.events(task).map(CopyController::event).onErrorResume(CopyController::problem))
                .map(events ->
                        ResponseEntity.ok().header("Cache-Control", "no-store").body(events));
    }

    private static ServerSentEvent<Object> event(CopyEvent event) {
        return switch (event) {
            case CopyEvent.Part part -> event("part", part);
            case CopyEvent.Done(var answer) -> event("done", DoneView.of(answer));
        };
    }

    private static Mono<ServerSentEvent<Object>> problem(Throwable error) {
        Problem problem = FailureAdvice.problemOf(error);
        if (problem.code().status() >= SERVER_ERRORS && !(error instanceof Problem)) {
            log.error("a stream of copy failed", error);
        }
        return Mono.just(event("problem", ProblemBody.of(problem)));
    }

    private static ServerSentEvent<Object> event(String name, Object data) {
        return ServerSentEvent.builder(data).event(name).build();
    }
}
