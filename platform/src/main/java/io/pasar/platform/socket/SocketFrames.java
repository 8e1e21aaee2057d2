package io.pasar.platform.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Encodes what the server says: answers, error answers and events without a sequence number.
public final class SocketFrames {

    private final JsonMapper mapper;
    private final Clock clock;

    public SocketFrames(JsonMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /// `{"type":…,"at":…,"data":{…}}`: only to its owner, never dropped.
    public OutboundFrame own(String type, Object data) {
        return OutboundFrame.kept(event(type, data));
    }

    /// The same, to be dropped when the peer is slow.
    ///
    /// @param mergeKey if given, a newer frame with this key replaces a waiting one
    public OutboundFrame passing(String type, @Nullable String mergeKey, Object data) {
        return OutboundFrame.passing(event(type, data), mergeKey);
    }

    /// The text of an event without a sequence number.
    public byte[] event(String type, Object data) {
        return mapper.writeValueAsBytes(new Event(type, clock.instant(), data));
    }

    OutboundFrame answer(long id, Object data) {
        return OutboundFrame.kept(mapper.writeValueAsBytes(new Success(id, data)));
    }

    OutboundFrame refusal(long id, Problem problem) {
        Long wait = problem.retryAfter().map(Duration::toMillis).orElse(null);
        ErrorBody body = new ErrorBody(
                problem.code().type(),
                problem.code().title(),
                problem.code().status(),
                problem.detail(),
                problem.errors(),
                wait);
        return OutboundFrame.kept(mapper.writeValueAsBytes(new Failure(id, body)));
    }

    OutboundFrame bye(CloseCode code, @Nullable Duration retryAfter) {
        Long wait = retryAfter == null ? null : retryAfter.toMillis();
        return own("bye", new Bye(code.code(), wait));
    }

    private record Event(String type, Instant at, Object data) {}

    private record Success(long re, Object data) {}

    private record Failure(long re, ErrorBody error) {}

    private record ErrorBody(
            URI type,
            String title,
            int status,
            String detail,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InputError> errors,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long retryAfterMs) {}

    private record Bye(
            int code,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long retryAfterMs) {}
}
