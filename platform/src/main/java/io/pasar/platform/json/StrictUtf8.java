package io.pasar.platform.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Tells UTF-8 from everything else. Jackson alone takes over-long forms, and UTF-16 by guessing.
final class StrictUtf8 {

    private static final int CHUNK = 4_096;

    private StrictUtf8() {}

    /// Whether the bytes are well-formed UTF-8 (RFC 3629). The buffer's position is left as it was.
    static boolean isWellFormed(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer rest = bytes.duplicate();
        CharBuffer scratch = CharBuffer.allocate(CHUNK);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            scratch.clear();
            result = decoder.decode(rest, scratch, true);
        }
        return !result.isError();
    }
}
