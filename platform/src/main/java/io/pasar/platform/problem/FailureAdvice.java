package io.pasar.platform.problem;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import tools.jackson.core.JacksonException;

/// Finds the refusal behind any error, for every edge: HTTP answers, socket frames, rows of a job.
public final class FailureAdvice {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int CAUSES_MAX = 8;

    private FailureAdvice() {}

    /// The problem to tell the caller: the refusal itself, what is wrong with the input, `unavailable` for a
    /// store that cannot be reached or asked in time, and `internal`, which says nothing more, for the rest.
    public static Problem problemOf(Throwable error) {
        return chain(error)
                .map(FailureAdvice::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> CommonProblem.INTERNAL.because(
                        "This is a fault of ours. Repeat the request with the same Idempotency-Key, or report its"
                                + " X-Request-Id."));
    }

    private static Stream<Throwable> chain(Throwable error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX);
    }

    private static Optional<Problem> known(Throwable error) {
        return Optional.ofNullable(
                switch (error) {
                    case Problem problem -> problem;
                    case DecodingException broken -> WebErrorAdvice.ofDecoding(broken);
                    case JacksonException json -> JsonObjections.of(json);
                    case DataBufferLimitException _ -> CommonProblem.PAYLOAD_TOO_LARGE.because("Send a smaller body.");
                    case ErrorResponse answer -> WebErrorAdvice.of(answer, error);
                    case ConstraintViolationException violations -> ofViolations(violations);
                    case AuthenticationException _ ->
                        CommonProblem.UNAUTHENTICATED.because("Send Authorization: Bearer with a valid token.");
                    case AccessDeniedException _ -> CommonProblem.FORBIDDEN.because("This is not yours to do.");
                    default -> isOutage(error) ? unavailable() : null;
                });
    }

    private static boolean isOutage(Throwable error) {
        return switch (error) {
            case TransientDataAccessException _ -> true;
            case NonTransientDataAccessResourceException _ -> true;
            case R2dbcTransientException _ -> true;
            case R2dbcNonTransientResourceException _ -> true;
            case CannotCreateTransactionException _ -> true;
            case TimeoutException _ -> true;
            case IOException _ -> true;
            case RedisCommandExecutionException _ -> false;
            case RedisException _ -> true;
            default -> false;
        };
    }

    private static Problem unavailable() {
        return CommonProblem.UNAVAILABLE
                .because("A store did not answer in time. Repeat the request with the same Idempotency-Key.")
                .retryAfter(RETRY_AFTER);
    }

    private static Problem ofViolations(ConstraintViolationException violations) {
        List<InputError> errors = violations.getConstraintViolations().stream()
                .map(violation -> new InputError(
                        JsonPointers.of(violation.getPropertyPath().toString()), violation.getMessage()))
                .toList();
        return Problem.invalid(errors);
    }
}
