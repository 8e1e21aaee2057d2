package io.pasar.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.standalone.demo.Cast.Creator;
import io.pasar.standalone.demo.Cast.Goods;
import io.pasar.standalone.demo.Cast.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CastTest {

    private static final int PICTURE_MAX = 6 * 1024;
    private static final Cast CAST = Cast.load();

    @Test
    void hasCreatorsOfManyLanguagesAndCurrencies() {
        assertThat(CAST.creators())
                .extracting(Creator::locale)
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(CAST.creators()).extracting(Creator::currency).doesNotHaveDuplicates();
        assertThat(goods()).hasSize(12).extracting(Goods::key).doesNotHaveDuplicates();
    }

    @Test
    void letsEverybodySpeakTheirLanguage() {
        assertThat(CAST.viewers())
                .extracting(Visitor::locale)
                .allSatisfy(locale -> {
                    assertThat(CAST.chatter()).containsKey(locale);
                    assertThat(CAST.bought()).containsKey(locale);
                })
                .contains("en", "id", "zh", "es", "ar");
    }

    @Test
    void sellsForLessThanThePriceAndInWholeMinorUnits() {
        for (Creator creator : CAST.creators()) {
            int decimals = Currency.getInstance(creator.currency()).getDefaultFractionDigits();
            assertThat(creator.goods()).allSatisfy(goods -> {
                assertThat(new BigDecimal(goods.salePrice())).isLessThan(new BigDecimal(goods.price()));
                assertThat(new BigDecimal(goods.salePrice()).scale()).isLessThanOrEqualTo(decimals);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("goods")
    void hasASmallPictureThatDoesNothing(Goods goods) throws IOException {
        try (InputStream stream = Objects.requireNonNull(
                CastTest.class.getResourceAsStream("/pasar/console" + goods.image()), goods.image())) {
            byte[] picture = stream.readAllBytes();
            assertThat(picture).hasSizeLessThan(PICTURE_MAX);
            assertThat(new String(picture, StandardCharsets.UTF_8))
                    .startsWith("<svg xmlns=")
                    .contains("aria-label=")
                    .doesNotContainPattern("<script|<style|style=|\\son[a-z]+=|<foreignObject|href=\"[^#]");
        }
    }

    @Test
    void hasHandlesAMemberMayHave() {
        assertThat(Stream.concat(CAST.creators().stream().map(Creator::person), CAST.viewers().stream()))
                .extracting(Visitor::handle)
                .doesNotHaveDuplicates()
                .allMatch(handle -> handle.matches("[a-z0-9][a-z0-9_.-]{1,48}[a-z0-9]"));
    }

    private static List<Goods> goods() {
        return CAST.creators().stream()
                .map(Creator::goods)
                .flatMap(List::stream)
                .toList();
    }
}
