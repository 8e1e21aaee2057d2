package io.pasar.community.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses posts may carry.
class MediaRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://cdn.example/a.jpg", "HTTPS://cdn.example:8443/a%20b.mp4?x=1#t=2"})
    void takesHttps(String url) {
        assertThat(MediaRules.objection(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://cdn.example/a.jpg",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "//cdn.example/a.jpg",
                "/a.jpg",
                "https:///a.jpg",
                "https://user:secret@cdn.example/a.jpg",
                "https://cdn.example@evil.example/a.jpg",
                "https://cdn.example/a b.jpg",
                "https://cdn.example/\u202Egpj.exe",
                "file:///etc/passwd"
            })
    void refusesEverythingElse(String url) {
        assertThat(MediaRules.objection(url)).isPresent();
    }
}
