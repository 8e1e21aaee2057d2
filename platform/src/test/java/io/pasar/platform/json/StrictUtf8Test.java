package io.pasar.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is UTF-8 and what is not.
class StrictUtf8Test {

    @ParameterizedTest
    @ValueSource(strings = {"c080", "ff", "e4", "eda080", "f4908080", "2280", "c2", "f09f92", "fffe7b00"})
    void refusesOverlongCutAndForeignForms(String hex) {
        assertThat(StrictUtf8.isWellFormed(ByteBuffer.wrap(HexFormat.of().parseHex(hex))))
                .isFalse();
    }

    @Property
    void acceptsWhateverJavaEncodes(@ForAll String text) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        assertThat(StrictUtf8.isWellFormed(bytes)).isTrue();
        assertThat(bytes.position()).isZero();
    }

    @Test
    void looksPastItsOwnChunks() {
        byte[] bytes = "é".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        assertThat(StrictUtf8.isWellFormed(ByteBuffer.wrap(bytes))).isTrue();
        bytes[19_999] = 'x';
        assertThat(StrictUtf8.isWellFormed(ByteBuffer.wrap(bytes))).isFalse();
    }
}
