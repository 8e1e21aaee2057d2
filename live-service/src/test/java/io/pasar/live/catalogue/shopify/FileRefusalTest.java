package io.pasar.live.catalogue.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pasar.platform.problem.InputError;
import io.pasar.platform.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What makes a file unreadable as a whole, and what its owner is told.
class FileRefusalTest {

    private static final Locale BEFORE = Locale.getDefault();
    private static final String ROW = "shirt,Shirt,10.00";

    @AfterEach
    void putBackTheLocale() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void namesTheHeadersThatAreMissing() {
        Problem refusal = refusal(Csv.of("Handle,Vendor", "shirt,ACME"));
        assertThat(refusal.code()).isEqualTo(CsvProblem.BAD_HEADER);
        assertThat(refusal.errors())
                .containsExactly(
                        new InputError("/Title", "is missing (Title)"),
                        new InputError("/Variant Price", "is missing (Variant Price or Price)"));
        assertThat(refusal.detail()).contains("Title is missing").contains("Variant Price is missing");
    }

    @Test
    void namesTheHeaderThatIsThereTwice() {
        Problem refusal = refusal(Csv.of("Handle,Title,Variant Price,title ", ROW + ",x"));
        assertThat(refusal.errors()).containsExactly(new InputError("/title", "is there twice"));
    }

    @Test
    void refusesTwoNamesOfOneColumn() {
        Problem refusal = refusal(Csv.of("Handle,Title,Variant Price,Price", ROW + ",1"));
        assertThat(refusal.errors())
                .containsExactly(new InputError("/Price", "means the same as Variant Price; keep one of them"));
    }

    @Test
    void refusesAFileWithoutAHeaderRow() {
        assertThat(refusal(Csv.of(ROW, ROW)).code()).isEqualTo(CsvProblem.BAD_HEADER);
    }

    @Test
    void recognisesSemicolons() {
        assertThat(refusal(Csv.of("Handle;Title;Variant Price", "shirt;Shirt;10"))
                        .detail())
                .contains("semicolons");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF"})
    void refusesAnEmptyFile(String text) {
        assertThat(refusal(Csv.text(text)).code()).isEqualTo(CsvProblem.NO_PRODUCTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n,,\n\n , ,\n"})
    void refusesAHeaderAlone(String rest) {
        assertThat(refusal(Csv.text("Handle,Title,Variant Price" + rest)).code())
                .isEqualTo(CsvProblem.NO_PRODUCTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void saysWhereAnUnclosedQuoteBegan(String lineEnd) {
        String text = String.join(
                lineEnd, "Handle,Title,Variant Price", "a,\"Two", "lines\",1", "b,\"never closed,2", "c,C,3");
        Problem refusal = refusal(Csv.text(text));
        assertThat(refusal.code()).isEqualTo(CsvProblem.BAD_SYNTAX);
        assertThat(refusal.detail()).isEqualTo("The quote opened on line 4 is never closed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "fr-FR", "ar-EG", "hi-IN", "de-CH"})
    void saysLineNumbersBeyondAThousandInEveryLocale(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        String text = "Handle,Title,Variant Price\n" + (ROW + "\n").repeat(1_233) + "b,\"never closed,2";
        assertThat(refusal(Csv.text(text)).detail()).isEqualTo("The quote opened on line 1235 is never closed.");
    }

    @Test
    void namesTheRecordWhenALaterQuoteClosesTheOpenOne() {
        Problem refusal = refusal(Csv.of("Handle,Title,Variant Price", ROW, "b,\"open,2", "c,\"C\",3"));
        assertThat(refusal.code()).isEqualTo(CsvProblem.BAD_SYNTAX);
        assertThat(refusal.detail()).contains("starts on line 3").contains("not closed");
    }

    @Test
    void stopsAnUnclosedQuoteLongBeforeTheFileEnds() {
        String start = "Handle,Title,Variant Price\n" + ROW + "\nb,\"open,2\n";
        InputStream endless = new SequenceInputStream(Collections.enumeration(Stream.concat(
                        Stream.of(Csv.text(start)),
                        Stream.generate(() -> Csv.text("x,y,1\n".repeat(10_000)))
                                .limit(50))
                .toList()));
        assertThat(refusal(endless).detail())
                .isEqualTo("The record that starts on line 3 does not end: a quote opened in it is not closed.");
    }

    @Test
    void saysWhereTheBytesAreNotUtf8() {
        byte[] latin1 = "Handle,Title,Variant Price\nshirt,Café,10\n".getBytes(StandardCharsets.ISO_8859_1);
        Problem refusal = refusal(new ByteArrayInputStream(latin1));
        assertThat(refusal.code()).isEqualTo(CsvProblem.NOT_UTF8);
        assertThat(refusal.detail())
                .startsWith("Byte 0xE9 at offset 36, on line 2, is not UTF-8.")
                .contains("CSV UTF-8");
    }

    @Test
    void saysWhereTheBytesAreNotUtf8FarIntoTheFile() {
        String before = "Handle,Title,Variant Price\r\n" + "shirt,Käse,10\r\n".repeat(5_000);
        byte[] utf8 = before.getBytes(StandardCharsets.UTF_8);
        InputStream file = new SequenceInputStream(
                new ByteArrayInputStream(utf8), new ByteArrayInputStream(new byte[] {'x', ',', (byte) 0xC3}));
        assertThat(refusal(file).detail())
                .startsWith("Byte 0xC3 at offset " + (utf8.length + 2) + ", on line 5002, is not UTF-8.");
    }

    @Test
    void refusesUtf16() {
        byte[] utf16 = "Handle,Title,Variant Price\n".getBytes(StandardCharsets.UTF_16);
        assertThat(refusal(new ByteArrayInputStream(utf16)).detail()).startsWith("Byte 0xFE at offset 0, on line 1");
    }

    @Test
    void refusesNulBytes() {
        Problem refusal = refusal(Csv.of("Handle,Title,Variant Price", ROW, "b,a\u0000b,1"));
        assertThat(refusal.code()).isEqualTo(CsvProblem.NOT_UTF8);
        assertThat(refusal.detail()).startsWith("Line 3 contains a NUL byte");
    }

    @Test
    void takesAHundredThousandRowsAndRefusesOneMore() {
        assertThat(FileSurvey.of(rows(100_000)).products()).isEqualTo(1);
        Problem refusal = refusal(rows(100_001));
        assertThat(refusal.code()).isEqualTo(CsvProblem.TOO_MANY_ROWS);
        assertThat(refusal.detail()).contains("100000 rows");
    }

    @Test
    void passesOnThatTheStreamBroke() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        assertThatThrownBy(() -> FileSurvey.of(broken)).hasRootCauseInstanceOf(IOException.class);
    }

    private static InputStream rows(int count) {
        return new SequenceInputStream(Csv.text("Handle,Title,Variant Price\n"), Csv.text((ROW + "\n").repeat(count)));
    }

    private static Problem refusal(InputStream file) {
        return catchThrowableOfType(Problem.class, () -> FileSurvey.of(file));
    }
}
