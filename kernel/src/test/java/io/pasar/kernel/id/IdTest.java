package io.pasar.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {

    @Test
    void makesVersionSevenIdsThatRiseAsText() {
        IdGenerator ids = IdGenerator.timeOrdered();

        List<String> made =
                Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(id -> id.charAt(14) == '7');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0190b0c07-a3c-7cc1-8d3e-2f6a5b4c3d2e",
                "0190b0c0-7a3c-7cc1-08d3-e2f6a5b4c3d2e",
                "00000000-0000-0000-0000-00000000000g",
                "{00000000-0000-7000-8000-000000000000}"
            })
    void refusesTextThatIsNoId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RoomId.of(text));
    }

    @Test
    void tellsIdsOfDifferentThingsApart() {
        UUID value = UUID.randomUUID();

        assertThat((Object) new RoomId(value)).isNotEqualTo(new SaleId(value));
    }
}
