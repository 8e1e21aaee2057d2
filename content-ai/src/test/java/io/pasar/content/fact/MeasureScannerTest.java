package io.pasar.content.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import io.pasar.content.language.Language;
import io.pasar.content.term.Terminology;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureScannerTest {

    private static final MeasureScanner SCANNER = new MeasureScanner(Terminology.load());

    @ParameterizedTest(name = "{0} is read as {1}, in the US {2}, in Germany {3}, in Saudi Arabia {4}")
    @CsvSource(delimiter = '|', textBlock = """
            100% cotton              | [[percent1]] cotton          | 100% cotton             | 100 % cotton              | 100٪ cotton
            30 x 40 x 10 cm          | [[size1]]                 | 11.8 × 15.7 × 3.94 in (30 × 40 × 10 cm) | 30 × 40 × 10 cm | 30 × 40 × 10 سم
            30cm x 40cm              | [[size1]]                 | 11.8 × 15.7 in (30 × 40 cm) | 30 × 40 cm | 30 × 40 سم
            9/16" brass pin          | [[length1]] brass pin       | 9/16 in brass pin       | 14,3 mm (9/16 in) brass pin | 14.3 مم (9/16 بوصة) brass pin
            1-9/16" pin              | [[length1]] pin             | 1-9/16 in pin           | 39,7 mm (1-9/16 in) pin   | x
            12.50 kg                 | [[weight1]]                 | 27.6 lb (12.50 kg)      | 12,50 kg                  | 12.50 كغم
            20-30 hours burn time    | [[time1]] burn time       | 20–30 hours burn time   | 20–30 Stunden burn time   | x
            USD 1,250.50             | [[price1]]                   | $1,250.50               | 1.250,50 $                | x
            2026-03-01               | [[date1]]                    | March 1, 2026           | 1. März 2026              | x
            2 pockets                | [[count1]] pockets           | 2 pockets               | 2 pockets                 | 2 pockets
            4 seater                 | 4 seater                     | 4 seater                | 4 seater                  | 4 seater
            2024 collection          | 2024 collection              | 2024 collection         | 2024 collection           | 2024 collection
            USB 3.0                  | USB 3.0                      | USB 3.0                 | USB 3.0                   | USB 3.0
            IP67, model X200         | IP67, model X200             | IP67, model X200        | IP67, model X200          | IP67, model X200
            2 in 1                   | 2 in 1                       | 2 in 1                  | 2 in 1                    | 2 in 1
            $50                      | $50                          | $50                     | $50                       | $50
            """)
    void liftsMeasuresAndRendersThemForTheMarket(String text, String lifted, String us, String de, String sa) {
        Measured measured = SCANNER.scan(List.of(new Fact("/f/0", null, text, null)), Language.EN);
        String line = measured.lines().getFirst().text();
        assertThat(line).isEqualTo(lifted);
        assertThat(render(line, measured, "en-US", UnitSystem.IMPERIAL)).isEqualTo(us);
        assertThat(render(line, measured, "de-DE", UnitSystem.METRIC)
                        .replace('\u00a0', ' ')
                        .replace('\u202f', ' '))
                .isEqualTo(de);
        if (!sa.equals("x"))
            assertThat(render(line, measured, "ar-SA-u-nu-latn", UnitSystem.METRIC)
                            .replace('\u00a0', ' '))
                    .isEqualTo(sa);
    }

    @Test
    void leavesANumberThatCanBeReadInTwoWaysAsItIs() {
        Measured measured = SCANNER.scan(List.of(new Fact("/f/0", null, "1.250 g", null)), Language.ES);
        assertThat(measured.lines().getFirst().text()).isEqualTo("1.250 g");
    }

    private static String render(String line, Measured measured, String tag, UnitSystem system) {
        MeasureText writer = new MeasureText(ULocale.forLanguageTag(tag), system);
        String text = line;
        for (var slot : measured.slots().entrySet()) {
            text = text.replace("[[" + slot.getKey() + "]]", writer.render(slot.getValue()));
        }
        return text;
    }
}
