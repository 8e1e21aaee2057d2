package io.pasar.live.catalogue.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.catalogue.ProductDraft;
import io.pasar.live.catalogue.ProductImage;
import io.pasar.live.catalogue.ProductStatus;
import io.pasar.live.catalogue.VariantDraft;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From rows to products. Columns are those of [Csv#HEADER].
class ProductAssemblerTest {

    @Test
    void putsVariantsAndPicturesOfOneHandleTogether() {
        ProductDraft shirt = only(
                "shirt,Shirt,<p>a</p>,ACME,\"men, sale\",true,active,Size,S,Colour,Red,S-1,5,10.00,https://a.example/2.jpg,2",
                "shirt,,,,,,,,M,,Red,S-2,6,11.00,https://a.example/1.jpg,1",
                "shirt,,,,,,,,,,,,,,https://a.example/3.jpg,3");
        assertThat(shirt.variants().stream().map(VariantDraft::options).toList())
                .hasToString("[{Size=S, Colour=Red}, {Size=M, Colour=Red}]");
        assertThat(shirt.variants().stream().map(VariantDraft::sku)).containsExactly("S-1", "S-2");
        assertThat(shirt.images().stream().map(ProductImage::src))
                .containsExactly("https://a.example/1.jpg", "https://a.example/2.jpg", "https://a.example/3.jpg");
        assertThat(shirt.tags()).containsExactly("men", "sale");
    }

    @Test
    void readsTheNewColumnNames() {
        String text = """
                Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,\
                Barcode,Option1 name,Option1 value,Price,Inventory quantity,Product image URL,Image position,Image alt text
                Shirt,shirt,<p>a</p>,ACME,Apparel > Tops,Shirts,men,TRUE,Active,S-1,,Size,S,10.00,5,https://a.example/1.jpg,1,Front
                ,shirt,,,,,,,,S-2,,,M,11.00,,,,
                """;
        ImportOutcome outcome =
                Csv.products(Csv.text(text), Csv.text(text), "EUR").getFirst();
        ProductDraft shirt = ((ImportOutcome.Accepted) outcome).draft();
        assertThat(shirt.handle()).isEqualTo("shirt");
        assertThat(shirt.type()).isEqualTo("Shirts");
        assertThat(shirt.images()).containsExactly(new ProductImage("https://a.example/1.jpg", "Front"));
        assertThat(shirt.variants().stream().map(VariantDraft::stock)).containsExactly(5L, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEveryLineEndingMarksAndLineBreaksInQuotes(String lineEnd) {
        String text = "\uFEFFHandle,Title,Body (HTML),Variant Price" + lineEnd + lineEnd + "pot,Pot,\"<p>one" + lineEnd
                + "two \"\"quoted\"\"</p>\",1.00" + lineEnd + "cup,Cup,,2.00";
        List<ImportOutcome> outcomes = Csv.products(Csv.text(text), Csv.text(text), "EUR");
        assertThat(outcomes).hasSize(2).allMatch(ImportOutcome.Accepted.class::isInstance);
        assertThat(((ImportOutcome.Accepted) outcomes.getFirst()).draft().description())
                .isEqualTo("<p>one" + lineEnd + "two \"quoted\"</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "true,,ACTIVE",
        "false,,DRAFT",
        ",,ACTIVE",
        "true,draft,DRAFT",
        "true,archived,ARCHIVED",
        "false,active,DRAFT",
        "FALSE,Archived,ARCHIVED"
    })
    void hidesWhatIsNotPublished(String published, String status, ProductStatus expected) {
        String row =
                "a,A,,,,%s,%s,,,,,,,1,,".formatted(published == null ? "" : published, status == null ? "" : status);
        assertThat(only(row).status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "a,=1+1,,,,,,,,,,,,1,,; Title",
                "a,@SUM(A1),,,,,,,,,,,,1,,; Title",
                "a,+49 30 1,,,,,,,,,,,,1,,; Title",
                "a,\"\tA\",,,,,,,,,,,,1,,; Title",
                "a,＝1+1,,,,,,,,,,,,1,,; Title",
                "a,\" =1+1\",,,,,,,,,,,,1,,; Title",
                "a,A,-cmd|' /C calc'!A0,,,,,,,,,,,1,,; Body (HTML)",
                "a,A,,=x,,,,,,,,,,1,,; Vendor",
                "a,A,,,=x,,,,,,,,,1,,; Tags",
                "a,A,,,,,,Size,=x,,,,,1,,; Option1 Value",
                "a,A,,,,,,,,,,=x,,1,,; Variant SKU",
            })
    void refusesFormulas(String row, String column) {
        assertThat(refused(row)).first().satisfies(error -> {
            assertThat(error.column()).isEqualTo(column);
            assertThat(error.detail()).contains("formula");
            assertThat(error.line()).isEqualTo(2);
            assertThat(error.handle()).isEqualTo("a");
        });
    }

    @Test
    void takesSignedNumbersForWhatTheyAre() {
        ProductDraft lenses = only("lens,Lenses,,,,,,Strength,-2.00,,,,3,1,,", "lens,,,,,,,,+1.50,,,,3,1,,");
        assertThat(lenses.variants()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "10.123,Variant Price",
        "-1,Variant Price",
        "abc,Variant Price",
        "1e3,Variant Price",
        "'1,5',Variant Price",
        "99999999999999,Variant Price",
        "€5,Variant Price"
    })
    void refusesPricesThatAreNone(String price, String column) {
        assertThat(refused("a,A,,,,,,,,,,,1,\"" + price + "\",,"))
                .singleElement()
                .satisfies(error -> assertThat(error.column()).isEqualTo(column));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000000000000", "1000000001", "1.5", "many", "99999999999999999999"})
    void refusesStockThatIsNone(String stock) {
        assertThat(refused("a,A,,,,,,,,,,," + stock + ",1,,"))
                .singleElement()
                .satisfies(error -> assertThat(error.column()).isEqualTo("Variant Inventory Qty"));
    }

    @ParameterizedTest
    @CsvSource({"JPY,10.5", "KWD,1.2345"})
    void judgesDecimalsByTheCurrency(String currency, String price) {
        String text = "Handle,Title,Variant Price\na,A," + price;
        assertThat(Csv.products(Csv.text(text), Csv.text(text), currency))
                .singleElement()
                .isInstanceOf(ImportOutcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202Eb", "a\u0007b", ""})
    void refusesTitlesThatPlayTricks(String title) {
        assertThat(refused("a," + title + ",,,,,,,,,,,,1,,"))
                .singleElement()
                .satisfies(error -> assertThat(error.column()).isEqualTo("Title"));
    }

    @Test
    void refusesBothPlacesOfARepeatedHandleAndTakesTheOthers() {
        List<ImportOutcome> outcomes = Csv.products("a,A,,,,,,,,,,,,1,,", "b,B,,,,,,,,,,,,1,,", "A,A,,,,,,,,,,,,1,,");
        assertThat(errors(outcomes.get(0)).getFirst().detail()).contains("in two places");
        assertThat(outcomes.get(1)).isInstanceOf(ImportOutcome.Accepted.class);
        assertThat(errors(outcomes.get(2)).getFirst().line()).isEqualTo(4);
    }

    @Test
    void refusesTwoProductsOfOneHandleSideBySide() {
        assertThat(refused("a,A,,,,,,,,,,,,1,,", "a,Other,,,,,,,,,,,,2,,"))
                .extracting(ImportError::detail)
                .contains("is already the handle of the product on line 2");
    }

    @Test
    void refusesARepeatedOptionCombination() {
        assertThat(refused("a,A,,,,,,Size,S,,,,,1,,", "a,,,,,,,,S,,,,,2,,"))
                .containsExactly(
                        new ImportError(3, "a", "Option1 Value", "must differ from those of every other variant"));
    }

    @Test
    void refusesARepeatedArticleNumber() {
        assertThat(refused("a,A,,,,,,Size,S,,,X,,1,,", "a,,,,,,,,M,,,X,,2,,"))
                .containsExactly(new ImportError(3, "a", "Variant SKU", "must differ from every other variant's"));
    }

    @Test
    void refusesAMissingOptionValueAndAValueWithoutAName() {
        assertThat(refused("a,A,,,,,,Size,S,,,,,1,,", "a,,,,,,,,,,,X,,2,,")
                        .getFirst()
                        .column())
                .isEqualTo("Option1 Value");
        assertThat(refused("a,A,,,,,,,S,,,,,1,,").getFirst().detail()).contains("no option name");
    }

    @Test
    void refusesARowWithTheWrongNumberOfCellsAndTakesTheNextProduct() {
        List<ImportOutcome> outcomes = Csv.products("a,A, unquoted,,,,,,,,,,,,1,,", "b,B,,,,,,,,,,,,1,,");
        assertThat(errors(outcomes.getFirst()))
                .containsExactly(new ImportError(2, "a", "Handle", "starts a row of 17 cells, not 16"));
        assertThat(outcomes.get(1)).isInstanceOf(ImportOutcome.Accepted.class);
    }

    @Test
    void refusesRowsWithoutAHandle() {
        assertThat(refused(",A,,,,,,,,,,,,1,,"))
                .containsExactly(new ImportError(2, "", "Handle", "must be 1 to 255 letters, digits, - and _"));
    }

    @Test
    void refusesAHundredAndOneVariantsWithoutKeepingThemAll() {
        String[] rows = IntStream.range(0, 500)
                .mapToObj(i -> "a," + (i == 0 ? "A" : "") + ",,,,,," + (i == 0 ? "Size" : "") + "," + i + ",,,,,1,,")
                .toArray(String[]::new);
        assertThat(refused(rows)).containsExactly(new ImportError(2, "a", "Handle", "must be 1 to 100"));
    }

    @Test
    void keepsTheFirstTenErrorsOfAProduct() {
        Stream<String> rows = IntStream.range(0, 50).mapToObj(i -> "a," + (i == 0 ? "A" : "") + ",,,,,,,,,,,x,1,,");
        assertThat(refused(rows.toArray(String[]::new))).hasSize(10);
    }

    @Test
    void namesTheLineOfARowBelowARecordOfManyLines() {
        assertThat(refused("a,A,\"<p>\n\n\n</p>\",,,,,Size,S,,,,,1,,", "a,,,,,,,,M,,,,-1,1,,")
                        .getFirst()
                        .line())
                .isEqualTo(6);
    }

    private static ProductDraft only(String... rows) {
        List<ImportOutcome> outcomes = Csv.products(rows);
        assertThat(outcomes).singleElement().isInstanceOf(ImportOutcome.Accepted.class);
        return ((ImportOutcome.Accepted) outcomes.getFirst()).draft();
    }

    private static List<ImportError> refused(String... rows) {
        List<ImportOutcome> outcomes = Csv.products(rows);
        assertThat(outcomes).hasSize(1);
        return errors(outcomes.getFirst());
    }

    private static List<ImportError> errors(ImportOutcome outcome) {
        assertThat(outcome).isInstanceOf(ImportOutcome.Refused.class);
        return ((ImportOutcome.Refused) outcome).errors();
    }
}
