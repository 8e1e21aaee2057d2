package io.pasar.platform.web;

import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;

/// Refuses something once at the start: the validator reads its messages from files when it first objects,
/// which must not happen on an event loop.
record ValidationWarmUp(
        @Size(max = 1) String tooLong, @Max(1) int tooMuch) {

    /// @return how many objections were found, which is all of them
    static int run(Validator validator) {
        return validator.validate(new ValidationWarmUp("long", 2)).size();
    }
}
