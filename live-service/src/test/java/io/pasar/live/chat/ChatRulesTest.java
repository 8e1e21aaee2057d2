package io.pasar.live.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.id.MemberId;
import io.pasar.live.connection.RoomRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatRulesTest {

    private static final MemberId AUTHOR = new MemberId(UUID.randomUUID());
    private static final MemberId OTHER = new MemberId(UUID.randomUUID());

    @ParameterizedTest
    @ValueSource(strings = {"a", "¿cuánto?", "多少钱", "كم؟", "👩‍👩‍👧‍👦"})
    void takesWhatPeopleSay(String text) {
        assertThat(ChatRules.objection(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\nb", "a\u0000b", "\u202eevil", "\u2066x", "\ud800"})
    void refusesNothingControlsAndOverrides(String text) {
        assertThat(ChatRules.objection(text)).isPresent();
    }

    @Test
    void countsCodePointsAndNotHalves() {
        assertThat(ChatRules.objection("😀".repeat(500))).isEmpty();
        assertThat(ChatRules.objection("😀".repeat(501))).isPresent();
    }

    @Test
    void letsAuthorsAndThoseWhoRunTheRoomDelete() {
        assertThat(ChatRules.mayDelete(AUTHOR, AUTHOR, RoomRole.VIEWER)).isTrue();
        assertThat(ChatRules.mayDelete(AUTHOR, OTHER, RoomRole.HOST)).isTrue();
        assertThat(ChatRules.mayDelete(AUTHOR, OTHER, RoomRole.MODERATOR)).isTrue();
        assertThat(ChatRules.mayDelete(AUTHOR, OTHER, RoomRole.VIEWER)).isFalse();
    }
}
