package io.pasar.live.catalogue.shopify;

import io.pasar.platform.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// The records of a CSV file (RFC 4180, any line ending), one at a time. Reading ends with a [CsvProblem] where
/// the file is not UTF-8, not well-formed, or longer than [#ROWS_MAX].
final class CsvRows implements Closeable {

    /// The most records below the header row.
    static final int ROWS_MAX = 100_000;

    /// The most characters of one record, about sixteen of the longest descriptions.
    static final long RECORD_CHARACTERS_MAX = 1_048_576;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    private static final Pattern QUOTE_LINE = Pattern.compile("\\(startline ([^)]+)\\)");

    private final StrictUtf8Reader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int rows = -1;

    CsvRows(InputStream source) {
        this.reader = new StrictUtf8Reader(source);
        try {
            this.parser =
                    CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        this.records = parser.iterator();
    }

    /// The next record that has anything in it; empty at the end of the file.
    Optional<CsvRow> next() {
        Optional<CsvRow> row = read();
        while (row.isPresent() && row.get().isBlank()) {
            row = read();
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private Optional<CsvRow> read() {
        long line = parser.getCurrentLineNumber() + 1;
        reader.beginRecord(line, RECORD_CHARACTERS_MAX);
        try {
            return records.hasNext()
                    ? Optional.of(counted(new CsvRow(line, records.next().toList())))
                    : Optional.empty();
        } catch (UncheckedIOException failure) {
            throw malformed(line, failure);
        }
    }

    private CsvRow counted(CsvRow row) {
        rows++;
        if (rows > ROWS_MAX) {
            throw CsvProblem.TOO_MANY_ROWS.because(
                    "A file may have " + ROWS_MAX + " rows below its header; split it and upload the parts.");
        }
        return row;
    }

    private static RuntimeException malformed(long line, UncheckedIOException failure) {
        if (!(failure.getCause() instanceof CSVException syntax)) {
            return failure;
        }
        return unclosedQuote(String.valueOf(syntax.getMessage()))
                .orElseGet(() -> CsvProblem.BAD_SYNTAX.because("In the record that starts on line " + line
                        + " something follows a closing quote: a quote before it"
                        + " is not closed, or a quote inside the text is not doubled."));
    }

    /// Commons CSV says the line only in its message, grouped by the default locale.
    private static Optional<Problem> unclosedQuote(String message) {
        Matcher found = QUOTE_LINE.matcher(message);
        return found.find()
                ? Optional.of(CsvProblem.BAD_SYNTAX.because(
                        "The quote opened on line " + digits(found.group(1)) + " is never closed."))
                : Optional.empty();
    }

    private static long digits(String grouped) {
        return grouped.codePoints()
                .filter(Character::isDigit)
                .mapToLong(Character::getNumericValue)
                .reduce(0, (number, digit) -> 10 * number + digit);
    }
}
