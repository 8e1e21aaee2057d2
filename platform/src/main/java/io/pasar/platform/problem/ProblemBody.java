package io.pasar.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/// A refusal on the wire, RFC 9457.
///
/// @param type stable URI reference such as `/problems/sold-out`
/// @param title short and the same in every case
/// @param status the HTTP status
/// @param detail this case, for people
/// @param errors the values at fault; left out if none is
public record ProblemBody(
        URI type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InputError> errors) {

    /// Read back, a body without errors has none.
    public ProblemBody {
        errors = Objects.requireNonNullElse(errors, List.of());
    }

    public static ProblemBody of(Problem problem) {
        ProblemCode code = problem.code();
        return new ProblemBody(code.type(), code.title(), code.status(), problem.detail(), problem.errors());
    }
}
