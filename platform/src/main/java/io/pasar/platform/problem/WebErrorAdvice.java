package io.pasar.platform.problem;

import io.pasar.kernel.id.Id;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/// The problems behind the errors Spring's web layer makes.
final class WebErrorAdvice {

    private static final Map<Integer, ProblemCode> BY_STATUS = Map.of(
            400, CommonProblem.INVALID_REQUEST,
            401, CommonProblem.UNAUTHENTICATED,
            403, CommonProblem.FORBIDDEN,
            404, CommonProblem.NOT_FOUND,
            405, CommonProblem.METHOD_NOT_ALLOWED,
            406, CommonProblem.NOT_ACCEPTABLE,
            409, CommonProblem.CONFLICT,
            413, CommonProblem.PAYLOAD_TOO_LARGE,
            415, CommonProblem.UNSUPPORTED_MEDIA_TYPE,
            503, CommonProblem.UNAVAILABLE);

    private static final Map<Integer, String> DETAILS = Map.of(
            401, "Send Authorization: Bearer with a valid token.",
            403, "This is not yours to do.",
            404, "There is nothing at this path. GET /openapi lists every call.",
            405, "This path takes other methods; the Allow header names them.",
            406, "Accept application/json.",
            413, "Send a smaller body.",
            415, "Send Content-Type: application/json.");

    private WebErrorAdvice() {}

    static @Nullable Problem of(ErrorResponse answer, Throwable error) {
        return switch (error) {
            case WebExchangeBindException binding -> Problem.invalid(fieldErrors(binding.getAllErrors()));
            case HandlerMethodValidationException violations -> Problem.invalid(parameterErrors(violations));
            case MissingRequestValueException missing -> Problem.invalid("/" + missing.getName(), "is required");
            case ServerWebInputException input -> ofInput(input);
            default -> ofStatus(answer);
        };
    }

    static Problem ofDecoding(DecodingException broken) {
        return switch (broken.getCause()) {
            case JacksonException json -> JsonObjections.of(json);
            case DataBufferLimitException _ -> CommonProblem.PAYLOAD_TOO_LARGE.because("Send a smaller body.");
            case null -> Problem.invalid("", "a body is required");
            default -> CommonProblem.MALFORMED_JSON.because("The body cannot be read.");
        };
    }

    private static @Nullable Problem ofInput(ServerWebInputException input) {
        return switch (input.getCause()) {
            case DecodingException broken -> ofDecoding(broken);
            case TypeMismatchException mismatch -> Problem.invalid(pointer(input), mustBe(mismatch.getRequiredType()));
            case Problem problem -> problem;
            case null -> Problem.invalid("", "a body is required");
            default -> Problem.invalid(pointer(input), "is not valid here");
        };
    }

    private static @Nullable Problem ofStatus(ErrorResponse answer) {
        int status = answer.getStatusCode().value();
        ProblemCode code = BY_STATUS.get(status);
        if (code == null) {
            return null;
        }
        return code.because(DETAILS.getOrDefault(status, code.title() + ".")).headers(headers(answer));
    }

    private static Map<String, String> headers(ErrorResponse answer) {
        Map<String, String> headers = new HashMap<>();
        answer.getHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }

    private static List<InputError> fieldErrors(List<ObjectError> errors) {
        return errors.stream()
                .map(WebErrorAdvice::fieldError)
                .sorted(Comparator.comparing(InputError::pointer).thenComparing(InputError::detail))
                .toList();
    }

    private static InputError fieldError(ObjectError error) {
        String path = error instanceof FieldError field ? field.getField() : "";
        return new InputError(JsonPointers.of(path), sentence(error));
    }

    private static List<InputError> parameterErrors(HandlerMethodValidationException violations) {
        return violations.getParameterValidationResults().stream()
                .flatMap(WebErrorAdvice::parameterErrors)
                .toList();
    }

    private static Stream<InputError> parameterErrors(ParameterValidationResult result) {
        if (result instanceof ParameterErrors fields) {
            return fieldErrors(fields.getAllErrors()).stream();
        }
        String pointer = "/" + result.getMethodParameter().getParameterName();
        return result.getResolvableErrors().stream().map(error -> new InputError(pointer, sentence(error)));
    }

    private static String sentence(MessageSourceResolvable error) {
        return error.getDefaultMessage() == null ? "is not valid here" : error.getDefaultMessage();
    }

    private static String pointer(ServerWebInputException input) {
        MethodParameter parameter = input.getMethodParameter();
        return parameter == null || parameter.getParameterName() == null ? "" : "/" + parameter.getParameterName();
    }

    private static String mustBe(@Nullable Class<?> type) {
        if (type == null) {
            return "is not valid here";
        }
        if (Id.class.isAssignableFrom(type)) {
            return "must be a UUID such as 0190b0c0-7a3c-7cc1-8d3e-2f6a5b4c3d2e";
        }
        return type == int.class || type == long.class || Number.class.isAssignableFrom(type)
                ? "must be a whole number"
                : "is not valid here";
    }
}
