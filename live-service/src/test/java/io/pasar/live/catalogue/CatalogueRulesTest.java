package io.pasar.live.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.money.Money;
import io.pasar.platform.problem.InputError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueRulesTest {

    private static final Money TEN = Money.of("10.00", "EUR");

    @Test
    void acceptsATitleAlone() {
        assertThat(objections(draft("Clay pot"))).isEmpty();
    }

    @Test
    void acceptsRightToLeftTitles() {
        assertThat(objections(draft("إبريق طين \u200F(كبير)"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "a\nb", "price\u202Etxt", "a\u2066b", "\uD800"})
    void refusesTitlesThatAreEmptyOrPlayTricks(String title) {
        assertThat(pointers(draft(title))).containsExactly("/title");
    }

    @Test
    void refusesATitleOf256CharactersAndTakesOneOf255() {
        assertThat(pointers(draft("x".repeat(256)))).containsExactly("/title");
        assertThat(objections(draft("\uD83D\uDC5F".repeat(255)))).isEmpty();
    }

    @Test
    void refusesADescriptionBeyondItsBound() {
        assertThat(pointers(described("x".repeat(65_537)))).containsExactly("/description");
        assertThat(pointers(described("x".repeat(65_536)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shirt", "t-shirt_2", "çay-bardağı", "紅茶"})
    void acceptsHandlesOfAnyScript(String handle) {
        assertThat(objections(withHandle(handle))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-shirt", "a b", "a/b", "../x", "a\u202Eb", "=a"})
    void refusesHandlesThatAreNoNames(String handle) {
        assertThat(pointers(withHandle(handle))).containsExactly("/handle");
    }

    @Test
    void refusesASkuTwice() {
        assertThat(pointers(variants(variant("S", "A"), variant("M", "A")))).containsExactly("/variants/1/sku");
    }

    @Test
    void refusesTheSameOptionsTwice() {
        assertThat(pointers(variants(variant("S", "A"), variant(" S ", "B")))).containsExactly("/variants/1/options");
    }

    @Test
    void comparesOptionsByNameNotByOrder() {
        VariantDraft first = new VariantDraft(null, options("Size", "S", "Colour", "Red"), TEN, null);
        VariantDraft second = new VariantDraft(null, options("Colour", "Red", "Size", "S"), TEN, null);
        assertThat(pointers(variants(first, second))).containsExactly("/variants/1/options");
    }

    @Test
    void refusesVariantsWithDifferentOptionNames() {
        VariantDraft other = new VariantDraft(null, options("Colour", "Red"), TEN, null);
        assertThat(pointers(variants(variant("S", null), other))).containsExactly("/variants/1/options");
    }

    @Test
    void refusesFourOptions() {
        VariantDraft four = new VariantDraft(null, options("A", "1", "B", "2", "C", "3", "D", "4"), TEN, null);
        assertThat(pointers(variants(four))).containsExactly("/variants/0/options");
    }

    @Test
    void takesAHundredVariantsAndRefusesOneMore() {
        assertThat(objections(variants(many(100)))).isEmpty();
        assertThat(pointers(variants(many(101)))).containsExactly("/variants");
        assertThat(pointers(variants())).containsExactly("/variants");
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,true", "1000000000,true", "1000000001,false", "1000000000000,false"})
    void boundsStock(long stock, boolean accepted) {
        assertThat(objections(variants(new VariantDraft(null, options(), TEN, stock)))
                        .isEmpty())
                .isEqualTo(accepted);
    }

    @Test
    void refusesANegativePriceAndTakesAFreeThing() {
        assertThat(pointers(variants(priced("-0.01")))).containsExactly("/variants/0/price");
        assertThat(objections(variants(priced("0")))).isEmpty();
    }

    @Test
    void refusesTwoCurrenciesInOneProduct() {
        VariantDraft yen = new VariantDraft(null, options("Size", "M"), Money.of("500", "JPY"), null);
        assertThat(pointers(variants(variant("S", null), yen))).containsExactly("/variants");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "ftp://a.example/x",
                "https://a.example/\"x",
                "//a.example/x",
                "/\\a.example/x",
                "/",
                "/a//b.svg",
                "/a/../b.svg",
                "/../b.svg",
                "/.hidden",
                "/a b.svg",
                "/a.svg?x=1",
                "/a.svg#x",
                "/a%2fb.svg",
                "/a.svg\n",
                "a.svg"
            })
    void refusesImagesThatAreNoWebAddresses(String src) {
        assertThat(pointers(pictured(src))).containsExactly("/images/0/src");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a.example/x.jpg?w=1", "http://a.example/x", "/demo/batik.svg", "/a/b-c_d~1.min.webp"})
    void takesImagesFromElsewhereAndFromTheSameSite(String src) {
        assertThat(objections(pictured(src))).isEmpty();
    }

    private static ProductDraft pictured(String src) {
        return new ProductDraft(
                null,
                "Pot",
                "",
                "",
                "",
                List.of(),
                List.of(new ProductImage(src, "")),
                ProductStatus.ACTIVE,
                List.of(VariantDraft.only(TEN)));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        ProductDraft draft = new ProductDraft(
                null,
                "",
                "",
                "a\u0007",
                "",
                List.of(""),
                List.of(),
                ProductStatus.ACTIVE,
                List.of(new VariantDraft("A", options(), Money.of("-1", "EUR"), -1L)));
        assertThat(pointers(draft))
                .containsExactly("/title", "/vendor", "/tags/0", "/variants/0/price", "/variants/0/stock");
    }

    private static VariantDraft[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> variant("size " + i, null))
                .toArray(VariantDraft[]::new);
    }

    private static VariantDraft priced(String amount) {
        return new VariantDraft(null, options(), Money.of(amount, "EUR"), null);
    }

    private static VariantDraft variant(String size, @Nullable String sku) {
        return new VariantDraft(sku, options("Size", size), TEN, 1L);
    }

    private static SequencedMap<String, String> options(String... pairs) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            options.put(pairs[i], pairs[i + 1]);
        }
        return options;
    }

    private static ProductDraft draft(String title) {
        return product(null, title, "", List.of(VariantDraft.only(TEN)));
    }

    private static ProductDraft described(String description) {
        return product(null, "Pot", description, List.of(VariantDraft.only(TEN)));
    }

    private static ProductDraft withHandle(String handle) {
        return product(handle, "Pot", "", List.of(VariantDraft.only(TEN)));
    }

    private static ProductDraft variants(VariantDraft... variants) {
        return product(null, "Pot", "", List.of(variants));
    }

    private static ProductDraft product(
            @Nullable String handle, String title, String description, List<VariantDraft> variants) {
        return new ProductDraft(
                handle, title, description, "", "", List.of(), List.of(), ProductStatus.ACTIVE, variants);
    }

    private static List<InputError> objections(ProductDraft draft) {
        return CatalogueRules.objections(draft);
    }

    private static List<String> pointers(ProductDraft draft) {
        return objections(draft).stream().map(InputError::pointer).toList();
    }
}
