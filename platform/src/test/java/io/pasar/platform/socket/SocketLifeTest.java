package io.pasar.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.platform.socket.SocketLife.Due;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SocketLifeTest {

    private static final Instant START = Instant.parse("2026-07-01T10:00:00Z");

    private final SocketLife life = new SocketLife(SocketLimits.DEFAULT, START);

    @Test
    void closesAPeerThatSaysNoHelloForTenSeconds() {
        assertThat(tick(9)).isEqualTo(new Due.Nothing());
        assertThat(tick(10)).isEqualTo(new Due.Close(CloseCode.NO_HELLO));
    }

    @Test
    void pingsAfterTwentyFiveSecondsOfSilenceAndClosesWithoutPong() {
        life.greeted(null);
        assertThat(tick(24)).isEqualTo(new Due.Nothing());
        assertThat(tick(25)).isEqualTo(new Due.Ping());
        assertThat(tick(34)).isEqualTo(new Due.Nothing());
        assertThat(tick(35)).isEqualTo(new Due.Close(CloseCode.NO_PONG));
    }

    @Test
    void staysOpenWhileAnythingIsHeard() {
        life.greeted(null);
        tick(25);
        life.heard(at(30));
        assertThat(tick(54)).isEqualTo(new Due.Nothing());
        assertThat(tick(55)).isEqualTo(new Due.Ping());
    }

    @Test
    void endsWithTheToken() {
        life.greeted(at(7));
        assertThat(tick(6)).isEqualTo(new Due.Nothing());
        assertThat(tick(7)).isEqualTo(new Due.Close(CloseCode.BAD_TOKEN));
    }

    @Test
    void closesAPeerThatTakesNothingForTenSeconds() {
        life.greeted(null);
        life.heard(at(9));
        assertThat(life.tick(at(1), false)).isEqualTo(new Due.Nothing());
        assertThat(life.tick(at(10), false)).isEqualTo(new Due.Nothing());
        assertThat(life.tick(at(11), false)).isEqualTo(new Due.Close(CloseCode.TOO_SLOW));
    }

    @Test
    void forgivesAPeerThatTakesSomethingInBetween() {
        life.greeted(null);
        life.tick(at(1), false);
        life.tick(at(5), true);
        assertThat(life.tick(at(11), false)).isEqualTo(new Due.Nothing());
    }

    @Test
    void cutsAPeerThatDoesNotTakeTheFarewell() {
        assertThat(life.close(at(3))).isTrue();
        assertThat(tick(7)).isEqualTo(new Due.Nothing());
        assertThat(tick(8)).isEqualTo(new Due.Cut());
    }

    @Test
    void endsOnlyOnce() {
        assertThat(life.close(at(3))).isTrue();
        assertThat(life.close(at(4))).isFalse();
    }

    @Test
    void staysClosedWhenTheGreetingComesLate() {
        life.close(at(1));
        life.greeted(null);
        assertThat(life.state()).isEqualTo(SocketLife.State.CLOSING);
    }

    private Due tick(long second) {
        return life.tick(at(second), true);
    }

    private static Instant at(long second) {
        return START.plusSeconds(second);
    }
}
