package io.pasar.live.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTest {

    @Test
    void keepsTheStructureOfText() {
        Description description = Description.of("<p>Soft <b>cotton</b></p><ul><li>Warm</li><li>Light</li></ul>");
        assertThat(description.html()).isEqualTo("<p>Soft <b>cotton</b></p><ul><li>Warm</li><li>Light</li></ul>");
        assertThat(description.text()).isEqualTo("Soft cotton\nWarm\nLight");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<a href=\"java\tscript:alert(1)\">a</a>",
                "<iframe src=https://evil.example></iframe>",
                "<svg><script>alert(1)</script></svg>",
                "<math><mtext></p><img src=x onerror=alert(1)></mtext></math>",
                "<style>@import url(javascript:alert(1))</style>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<img src=\"data:text/html;base64,PHNjcmlwdD4=\">",
                "<form action=https://evil.example><input name=password></form>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            })
    void dropsWhatCouldRunOrReachOut(String hostile) {
        Description description = Description.of("<p>Shirt</p>" + hostile);
        assertThat(description.html())
                .startsWith("<p>Shirt</p>")
                .doesNotContainIgnoringCase("script:", "<script", "onerror=", "<iframe", "<style", "style=", "data:")
                .doesNotContain("<form", "<input", "<svg", "<math");
        assertThat(description.text()).startsWith("Shirt");
    }

    @Test
    void tellsSearchEnginesNotToFollowLinksOfSellers() {
        assertThat(Description.of("<a href=\"https://a.example/x\" target=_blank>more</a>")
                        .html())
                .isEqualTo("<a href=\"https://a.example/x\" rel=\"nofollow noopener\">more</a>");
    }

    @Test
    void readsPlainTextAsText() {
        Description description = Description.of("Soft & warm, 2 < 3 sizes");
        assertThat(description.html()).isEqualTo("Soft &amp; warm, 2 &lt; 3 sizes");
        assertThat(description.text()).isEqualTo("Soft & warm, 2 < 3 sizes");
    }

    @Test
    void keepsLineBreaksOutOfTheMarkupInTheText() {
        assertThat(Description.of("one<br>two<br/><br/>three").text()).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void copesWithNestingAsDeepAsTheBoundAllows() {
        String deep = "<b>".repeat(CatalogueRules.DESCRIPTION_MAX / 4) + "x";
        assertThat(Description.of(deep).text()).isEqualTo("x");
    }

    @Test
    void saysNothingAboutNothing() {
        assertThat(Description.of(" \n ")).isEqualTo(Description.NONE);
    }
}
