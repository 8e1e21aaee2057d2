package io.pasar.platform.problem;

import java.net.URI;

/// One kind of refusal. Features list theirs in an enum that implements this interface.
public interface ProblemCode {

    /// What every problem type begins with.
    String TYPE_PREFIX = "/problems/";

    /// The stable last part of the problem's type, such as `sold-out`.
    String slug();

    /// The HTTP status.
    int status();

    /// A short title that does not change from case to case.
    String title();

    /// The problem type of RFC 9457, a stable URI reference.
    default URI type() {
        return URI.create(TYPE_PREFIX + slug());
    }

    /// A refusal of this kind.
    ///
    /// @param detail what happened in this case and what the caller can do about it
    default Problem because(String detail) {
        return new Problem(this, detail);
    }
}
