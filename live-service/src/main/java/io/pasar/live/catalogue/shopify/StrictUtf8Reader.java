package io.pasar.live.catalogue.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Decodes UTF-8 without ever guessing: the first byte that is not UTF-8, or a NUL, ends the reading with a
/// [CsvProblem#NOT_UTF8] that says where it is. A byte order mark at the start is skipped.
///
/// It also bounds how much one record may take: an unclosed quote would otherwise swallow the rest of the file
/// into one cell. Reading beyond ends with a [CsvProblem#BAD_SYNTAX].
final class StrictUtf8Reader extends Reader {

    private static final int BUFFER_BYTES = 8_192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String RESAVE =
            " Save the file again as UTF-8 (in a spreadsheet: \"CSV UTF-8\") and upload that.";

    private final InputStream source;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private long bytesBefore;
    private long line = 1;
    private boolean afterReturn;
    private boolean started;
    private boolean ended;
    private long recordLine = 1;
    private long allowance = Long.MAX_VALUE;

    StrictUtf8Reader(InputStream source) {
        this.source = source;
    }

    /// A record starts: it may take this many characters, give or take what is read ahead.
    void beginRecord(long startLine, long charactersMax) {
        recordLine = startLine;
        allowance = charactersMax;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length).slice();
        while (out.position() == 0 && !ended) {
            decode(out);
        }
        int read = out.position();
        spend(read);
        return read == 0 ? -1 : read;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void decode(CharBuffer out) throws IOException {
        boolean exhausted = !fill();
        CoderResult result = decoder.decode(bytes, out, exhausted);
        countLines(out);
        if (result.isError()) {
            throw notUtf8();
        }
        ended = exhausted && result.isUnderflow();
        skipMark(out);
    }

    /// @return false at the end of the source
    private boolean fill() throws IOException {
        bytesBefore += bytes.position();
        bytes.compact();
        int read = bytes.hasRemaining() ? source.read(bytes.array(), bytes.position(), bytes.remaining()) : 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        return read >= 0;
    }

    private void skipMark(CharBuffer out) {
        if (started || out.position() == 0) {
            return;
        }
        started = true;
        if (out.get(0) == BYTE_ORDER_MARK) {
            out.flip().get();
            out.compact();
        }
    }

    private void countLines(CharBuffer out) {
        for (int i = 0; i < out.position(); i++) {
            char character = out.get(i);
            if (character == 0) {
                throw CsvProblem.NOT_UTF8.because(
                        "Line " + line + " contains a NUL byte, so this is no text." + RESAVE);
            }
            if (character == '\r' || (character == '\n' && !afterReturn)) {
                line++;
            }
            afterReturn = character == '\r';
        }
    }

    private RuntimeException notUtf8() {
        long offset = bytesBefore + bytes.position();
        return CsvProblem.NOT_UTF8.because("Byte 0x%02X at offset %d, on line %d, is not UTF-8.%s"
                .formatted(bytes.get(bytes.position()), offset, line, RESAVE));
    }

    private void spend(int read) {
        allowance -= read;
        if (allowance < 0) {
            throw CsvProblem.BAD_SYNTAX.because("The record that starts on line " + recordLine
                    + " does not end: a quote opened in it is not closed.");
        }
    }
}
