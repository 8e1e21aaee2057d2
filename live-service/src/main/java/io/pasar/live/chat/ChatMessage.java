package io.pasar.live.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pasar.kernel.id.MemberId;
import io.pasar.live.connection.RoomRole;
import io.pasar.platform.auth.Caller;
import org.jspecify.annotations.Nullable;

/// Data of a `chat.message` event.
///
/// @param replyTo sequence number of the message it answers
/// @param role what the author was in the room
record ChatMessage(
        String text,
        Author member,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long replyTo,
        RoomRole role) {

    /// Who said it, with the names of that moment.
    record Author(MemberId id, String handle, String displayName) {

        static Author of(Caller.Member member) {
            return new Author(member.id(), member.handle(), member.displayName());
        }
    }
}
