package io.pasar.kernel.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.PostId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private final IdGenerator ids = IdGenerator.timeOrdered();
    private final PageRequest two = new PageRequest(2, Optional.empty());

    @Test
    void leadsOnWhileThereIsMore() {
        List<PostId> found = posts(3);

        Page<PostId> page = Page.of(found, two, Cursor::at);

        assertThat(page.items()).isEqualTo(found.subList(0, 2));
        assertThat(page.next()).isEqualTo(Cursor.at(found.get(1)).opaque());
    }

    @Test
    void endsWhereTheListEnds() {
        Page<PostId> page = Page.of(posts(2), two, Cursor::at);

        assertThat(page.next()).isNull();
    }

    @Test
    void readsBackTheCursorItGave() {
        Cursor cursor = new Cursor(ids.next());

        assertThat(Cursor.parse(cursor.opaque())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesCursorsItNeverGave(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void refusesLimitsOutsideTheBounds(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(limit, Optional.empty()));
    }

    private List<PostId> posts(int count) {
        return Stream.generate(ids::next).limit(count).map(PostId::new).toList();
    }
}
