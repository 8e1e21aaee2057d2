package io.pasar.live.catalogue.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.money.Money;
import io.pasar.live.catalogue.ProductDraft;
import io.pasar.live.catalogue.ProductImage;
import io.pasar.live.catalogue.ProductStatus;
import io.pasar.live.catalogue.VariantDraft;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exports of real demonstration shops.
class RealCataloguesTest {

    @ParameterizedTest
    @CsvSource({"apparel.csv,20,22", "home-and-garden.csv,20,21"})
    void readsEveryProductAndVariant(String name, int products, int variants) {
        List<ProductDraft> drafts = drafts(name);
        assertThat(FileSurvey.of(Csv.resource(name)).products()).isEqualTo(products);
        assertThat(drafts).hasSize(products);
        assertThat(drafts.stream().mapToInt(draft -> draft.variants().size()).sum())
                .isEqualTo(variants);
        assertThat(drafts).allMatch(draft -> draft.status() == ProductStatus.ACTIVE);
    }

    @Test
    void readsOptionsOfContinuationRows() {
        ProductDraft top = drafts("apparel.csv").get(1);
        assertThat(top.title()).isEqualTo("Classic Varsity Top");
        assertThat(top.variants().stream().map(VariantDraft::options).toList())
                .hasToString("[{Size=Small}, {Size=Medium}, {Size=Large}]");
        assertThat(top.variants()).allMatch(variant -> Money.of("60", "USD").equals(variant.price()));
    }

    @Test
    void readsPricesStockTagsPicturesAndMarkup() {
        ProductDraft pot = drafts("home-and-garden.csv").getFirst();
        assertThat(pot.handle()).isEqualTo("clay-plant-pot");
        assertThat(pot.description()).isEqualTo("<p>Classic blown clay pot for plants</p>");
        assertThat(pot.vendor()).isEqualTo("Company 123");
        assertThat(pot.type()).isEqualTo("Outdoor");
        assertThat(pot.tags()).containsExactly("Pot", "Plants");
        assertThat(pot.images().stream().map(ProductImage::src))
                .containsExactly(
                        "https://burst.shopifycdn.com/photos/single-sprout-in-a-pot_925x.jpg",
                        "https://burst.shopifycdn.com/photos/pot-with-a-single-sprout_925x.jpg");
        assertThat(pot.variants().get(1).price()).isEqualTo(Money.of("15.99", "USD"));
        assertThat(pot.variants().get(1).stock()).isEqualTo(3);
    }

    @Test
    void readsTheDefaultTitleAsNoOptionAtAll() {
        VariantDraft only = drafts("apparel.csv").getFirst().variants().getFirst();
        assertThat(only.options()).isEmpty();
        assertThat(only.sku()).isNull();
    }

    private static List<ProductDraft> drafts(String name) {
        return Csv.products(Csv.resource(name), Csv.resource(name), "USD").stream()
                .map(ImportOutcome.Accepted.class::cast)
                .map(ImportOutcome.Accepted::draft)
                .toList();
    }
}
