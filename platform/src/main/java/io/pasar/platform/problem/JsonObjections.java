package io.pasar.platform.problem;

import io.pasar.platform.json.RefusedValueException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Says what is wrong with a JSON document, in terms of the document and not of our classes.
final class JsonObjections {

    private static final int KNOWN_MAX = 20;

    private JsonObjections() {}

    /// The problem behind an error of Jackson.
    static Problem of(JacksonException error) {
        if (error instanceof StreamConstraintsException beyond) {
            return CommonProblem.MALFORMED_JSON.because("The JSON is beyond a limit: " + firstLine(beyond));
        }
        if (error instanceof StreamReadException broken && !(error instanceof InputCoercionException)) {
            return CommonProblem.MALFORMED_JSON.because(firstLine(broken) + at(broken.getLocation()));
        }
        if (says(error, "Trailing token")) {
            return CommonProblem.MALFORMED_JSON.because("There is more after the end of the JSON value.");
        }
        return Problem.invalid(JsonPointers.of(error.getPath()), detail(error));
    }

    private static String detail(JacksonException error) {
        return switch (error) {
            case RefusedValueException refused -> refused.getOriginalMessage();
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case ValueInstantiationException refused -> sentence(refused.getCause());
            case InvalidTypeIdException _ -> "must name a known type";
            case InputCoercionException beyond -> number(beyond.getTargetType());
            case MismatchedInputException absent when says(absent, "Cannot map `null`") -> "is required";
            case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
            default -> "is not valid here";
        };
    }

    /// Jackson has no type of its own for these; its words are stable and tested here.
    private static boolean says(JacksonException error, String start) {
        return error.getOriginalMessage() != null && error.getOriginalMessage().startsWith(start);
    }

    private static String unknown(UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        if (known == null || known.isEmpty() || known.size() > KNOWN_MAX) {
            return "is not a known field";
        }
        return "is not a known field; known are "
                + known.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String sentence(@Nullable Throwable cause) {
        return cause instanceof IllegalArgumentException objection && objection.getMessage() != null
                ? objection.getMessage()
                : "is not valid here";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "is not valid here";
        }
        if (type.isEnum()) {
            return "must be one of " + constants(type);
        }
        if (type == String.class || CharSequence.class.isAssignableFrom(type)) {
            return "must be text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return number(type);
        }
        return structure(type);
    }

    private static String structure(Class<?> type) {
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "must be a list";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "must be an RFC 3339 time or date";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "must be an object" : "is not valid here";
    }

    private static String number(@Nullable Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "must be a whole number between -2147483648 and 2147483647";
        }
        if (type == long.class || type == Long.class) {
            return "must be a whole number of at most 18 digits";
        }
        return "must be a number";
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .map(JsonObjections::camelCase)
                .collect(Collectors.joining(", "));
    }

    private static String camelCase(String constant) {
        return EnumNamingStrategies.LOWER_CAMEL_CASE.convertEnumToExternalName(null, null, constant);
    }

    private static String firstLine(JacksonException error) {
        String message = String.valueOf(error.getOriginalMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static String at(@Nullable TokenStreamLocation place) {
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }
}
