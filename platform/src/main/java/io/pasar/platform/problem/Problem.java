package io.pasar.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A refusal: an expected answer, not a failure, so it carries no stack trace. [ProblemAdvice] turns it into
/// `application/problem+json`, the socket into an error frame.
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final transient List<InputError> errors;
    private final transient @Nullable Duration retryAfter;
    private final transient Map<String, String> headers;

    Problem(ProblemCode code, String detail) {
        this(code, detail, List.of(), null, Map.of());
    }

    private Problem(
            ProblemCode code,
            String detail,
            List<InputError> errors,
            @Nullable Duration retryAfter,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
        this.headers = Map.copyOf(headers);
    }

    /// Input refused because of one value.
    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new InputError(pointer, detail)));
    }

    /// Input refused because of several values.
    public static Problem invalid(List<InputError> errors) {
        return new Problem(
                CommonProblem.INVALID_REQUEST, "Correct the values listed in errors.", errors, null, Map.of());
    }

    /// The same refusal, naming the values that caused it.
    public Problem with(List<InputError> causes) {
        return new Problem(code, detail(), causes, retryAfter, headers);
    }

    /// The same refusal, saying when to try again.
    public Problem retryAfter(Duration wait) {
        return new Problem(code, detail(), errors, wait, headers);
    }

    /// The same refusal with response headers, such as `RateLimit`.
    public Problem headers(Map<String, String> responseHeaders) {
        return new Problem(code, detail(), errors, retryAfter, responseHeaders);
    }

    public ProblemCode code() {
        return code;
    }

    /// What happened and what to do, for people.
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<InputError> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Map<String, String> headers() {
        return headers;
    }
}
