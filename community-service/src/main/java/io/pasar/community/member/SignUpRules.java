package io.pasar.community.member;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.text.TextRules;
import io.pasar.platform.problem.InputError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Decides what a sign-up is stored as. Pure.
final class SignUpRules {

    private SignUpRules() {}

    /// What is wrong with the request beyond the form of its single values.
    static Optional<InputError> objection(SignUpRequest request) {
        return request.password().objection().map(detail -> new InputError("/password", detail));
    }

    /// The form in which handles are stored, compared and shown.
    static String handle(String typed) {
        return typed.toLowerCase(Locale.ROOT);
    }

    /// The member that a request asks for. Time is cut to microseconds, which is what PostgreSQL keeps.
    static Member draft(MemberId id, SignUpRequest request, Instant now) {
        String handle = handle(request.handle());
        String displayName = Optional.ofNullable(request.displayName())
                .map(TextRules::normalized)
                .filter(name -> !name.isEmpty())
                .orElse(handle);
        return new Member(
                id, handle, displayName, request.locale(), request.market(), now.truncatedTo(ChronoUnit.MICROS));
    }
}
