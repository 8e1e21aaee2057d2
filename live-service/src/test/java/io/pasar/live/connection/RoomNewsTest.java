package io.pasar.live.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomNewsTest {

    @Test
    void readsBackAPassingEvent() {
        RoomNews.Passing news = new RoomNews.Passing(Optional.of("stock:1"), 7, "{\"type\":\"stock\"}");
        assertThat(RoomNews.parse(news.encoded())).isEqualTo(news);
        RoomNews.Passing plain = new RoomNews.Passing(Optional.empty(), 0, "{}");
        assertThat(RoomNews.parse(plain.encoded())).isEqualTo(plain);
    }

    @Test
    void readsAKeptEvent() {
        RoomNews news = RoomNews.parse("K\nabc\n12\n0\n\n{\"seq\":12}");
        assertThat(news).isInstanceOfSatisfying(RoomNews.Kept.class, kept -> {
            assertThat(kept.position()).isEqualTo(new RoomPosition("abc", 12));
            assertThat(kept.frame().frame().text()).isEqualTo("{\"seq\":12}");
            assertThat(kept.blank()).isEmpty();
        });
    }

    @Test
    void readsWhatAKeptEventTakesOut() {
        RoomNews news = RoomNews.parse("K\nabc\n12\n9\n{\"seq\":9}\n{\"seq\":12}");
        assertThat(news).isInstanceOfSatisfying(RoomNews.Kept.class, kept -> {
            assertThat(kept.blank()).map(KeptFrame::seq).hasValue(9L);
            assertThat(kept.blank().map(blank -> blank.frame().text())).hasValue("{\"seq\":9}");
        });
    }

    @Test
    void refusesAnythingElse() {
        assertThatThrownBy(() -> RoomNews.parse("hello")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RoomNews.parse("K\na\nb\nc\nd\ne")).isInstanceOf(IllegalArgumentException.class);
    }
}
