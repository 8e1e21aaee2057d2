package io.pasar.live.chat;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.text.TextRules;
import io.pasar.live.connection.RoomRole;
import io.pasar.platform.problem.InputError;
import java.util.Optional;

/// What may be said, and who may take it back.
final class ChatRules {

    /// Code points of one message.
    static final int TEXT_MAX = 500;

    private ChatRules() {}

    static Optional<InputError> objection(String text) {
        Optional<String> objection = TextRules.normalized(text).isEmpty()
                ? Optional.of("must not be empty")
                : TextRules.objection(text, TEXT_MAX, false);
        return objection.map(detail -> new InputError("/text", detail));
    }

    /// Authors delete their own messages, those who run the room everybody's.
    static boolean mayDelete(MemberId author, MemberId caller, RoomRole role) {
        return author.equals(caller) || role.runsRoom();
    }
}
