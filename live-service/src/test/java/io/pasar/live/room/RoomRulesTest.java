package io.pasar.live.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.live.connection.RoomRole;
import io.pasar.live.room.RoomDecision.Already;
import io.pasar.live.room.RoomDecision.Change;
import io.pasar.live.room.RoomDecision.Refuse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomRulesTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final MemberId HOST = new MemberId(UUID.randomUUID());

    private final Room scheduled = room(RoomVisibility.PUBLIC);
    private final Room live = scheduled.started(NOW);
    private final Room ended = live.ended(NOW.plusSeconds(60));

    @Test
    void startsAScheduledRoom() {
        assertThat(RoomRules.decide(scheduled, RoomAction.START, NOW)).isEqualTo(new Change(live));
        assertThat(live.startedAt()).isEqualTo(NOW);
    }

    @Test
    void endsALiveRoomAndKeepsWhenItStarted() {
        assertThat(RoomRules.decide(live, RoomAction.END, NOW.plusSeconds(60))).isEqualTo(new Change(ended));
        assertThat(ended.startedAt()).isEqualTo(NOW);
    }

    @Test
    void changesNothingTheSecondTime() {
        assertThat(RoomRules.decide(live, RoomAction.START, NOW.plusSeconds(9))).isEqualTo(new Already(live));
        assertThat(RoomRules.decide(ended, RoomAction.END, NOW.plusSeconds(99))).isEqualTo(new Already(ended));
    }

    @Test
    void neverGoesBack() {
        assertThat(RoomRules.decide(ended, RoomAction.START, NOW))
                .isInstanceOfSatisfying(
                        Refuse.class, refuse -> assertThat(refuse.code()).isEqualTo(RoomProblem.ROOM_ENDED));
        assertThat(RoomRules.decide(scheduled, RoomAction.END, NOW))
                .isInstanceOfSatisfying(
                        Refuse.class, refuse -> assertThat(refuse.code()).isEqualTo(RoomProblem.ROOM_NOT_LIVE));
    }

    @Test
    void knowsWhoIsWhatInAPublicRoom() {
        assertThat(RoomRules.role(seen(live), Optional.empty())).hasValue(RoomRole.GUEST);
        assertThat(RoomRules.role(seen(live), Optional.of(new MemberId(UUID.randomUUID()))))
                .hasValue(RoomRole.VIEWER);
        assertThat(RoomRules.role(seen(live), Optional.of(HOST))).hasValue(RoomRole.HOST);
    }

    @Test
    void hidesAPrivateRoomFromEverybodyButItsHost() {
        Room secret = room(RoomVisibility.PRIVATE);
        assertThat(RoomRules.role(seen(secret), Optional.empty())).isEmpty();
        assertThat(RoomRules.role(seen(secret), Optional.of(new MemberId(UUID.randomUUID()))))
                .isEmpty();
        assertThat(RoomRules.role(seen(secret), Optional.of(HOST))).hasValue(RoomRole.HOST);
    }

    @Test
    void takesStartTimesFromNowToAYearAhead() {
        assertThat(RoomRules.objection(null, NOW)).isEmpty();
        assertThat(RoomRules.objection(NOW.minusSeconds(60), NOW)).isEmpty();
        assertThat(RoomRules.objection(NOW.plus(Duration.ofDays(366)), NOW)).isEmpty();
        assertThat(RoomRules.objection(NOW.minusSeconds(301), NOW)).isPresent();
        assertThat(RoomRules.objection(NOW.plus(Duration.ofDays(367)), NOW)).isPresent();
    }

    private static Room room(RoomVisibility visibility) {
        RoomHost host = new RoomHost(HOST, "hana", "Hana");
        return new Room(
                new RoomId(UUID.randomUUID()), host, "Sale", visibility, RoomState.SCHEDULED, null, NOW, null, null);
    }

    @Test
    void givesAModeratorTheRoomAndTheHostEverything() {
        Optional<MemberId> member = Optional.of(new MemberId(UUID.randomUUID()));
        assertThat(RoomRules.role(new SeenRoom(live, true), member)).hasValue(RoomRole.MODERATOR);
        assertThat(RoomRules.role(new SeenRoom(live, true), Optional.of(HOST))).hasValue(RoomRole.HOST);
        assertThat(RoomRules.role(new SeenRoom(room(RoomVisibility.PRIVATE), true), member))
                .isEmpty();
    }

    private static SeenRoom seen(Room room) {
        return new SeenRoom(room, false);
    }
}
