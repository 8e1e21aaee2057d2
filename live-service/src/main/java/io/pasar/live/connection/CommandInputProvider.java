package io.pasar.live.connection;

import io.pasar.platform.problem.FailureAdvice;
import io.pasar.platform.problem.Problem;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads a command's data into a record of the feature, checks the record's constraints, and names what is
/// wrong by pointers into the data.
@Component
public class CommandInputProvider {

    private final JsonMapper mapper;
    private final Validator validator;

    CommandInputProvider(JsonMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /// Unknown fields are ignored.
    ///
    /// @throws Problem `invalid-request` if the data are not what the record says
    public <T> T read(RoomCommand command, Class<T> type) {
        try {
            T input = mapper.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(command.data());
            check(input);
            return input;
        } catch (JacksonException | ConstraintViolationException refused) {
            throw FailureAdvice.problemOf(refused);
        }
    }

    private <T> void check(T input) {
        var violations = validator.validate(input);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }
}
