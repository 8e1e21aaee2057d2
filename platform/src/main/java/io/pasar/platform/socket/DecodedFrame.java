package io.pasar.platform.socket;

import io.pasar.platform.problem.Problem;

/// What one inbound text frame turned out to be.
sealed interface DecodedFrame {

    /// A command to carry out.
    record Taken(SocketCommand command) implements DecodedFrame {}

    /// It has an id that can be answered, but the rest is not valid.
    record Refused(long id, Problem problem) implements DecodedFrame {}

    /// Not even that: the socket is closed 4400.
    record Broken() implements DecodedFrame {}
}
