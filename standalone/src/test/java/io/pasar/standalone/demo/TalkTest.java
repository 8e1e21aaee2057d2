package io.pasar.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TalkTest {

    private static final Cast CAST = Cast.load();

    @Test
    void saysEveryLineOnceBeforeOneComesAgain() {
        Talk talk = new Talk(CAST, new Random(7));
        List<String> lines = Objects.requireNonNull(CAST.chatter().get("ar"));

        assertThat(Stream.generate(() -> talk.line("ar")).limit(lines.size()).toList())
                .containsExactlyInAnyOrderElementsOf(lines);
        assertThat(lines).contains(talk.line("ar"));
    }

    @Test
    void hasSomethingToSayInALanguageNobodyTaughtIt() {
        Talk talk = new Talk(CAST, new Random(7));

        assertThat(talk.line("eo")).isNotBlank();
        assertThat(talk.bought("eo")).isNotBlank();
    }
}
