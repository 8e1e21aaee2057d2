package io.pasar.platform.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/// A JSON value of the right kind that is still no value of the type; the message ends the sentence "the value
/// …" and is for people.
public final class RefusedValueException extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    RefusedValueException(JsonParser parser, Class<?> type, String message) {
        super(parser, message, type);
    }
}
