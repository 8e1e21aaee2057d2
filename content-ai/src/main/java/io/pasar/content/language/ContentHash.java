package io.pasar.content.language;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A version that follows from content: it changes with every letter, and with nothing else.
public final class ContentHash {

    private static final int DIGITS = 12;

    private ContentHash() {}

    /// Twelve hexadecimal digits over names and texts of files, in order.
    public static String of(List<DataFile> files) {
        String all = String.join(
                "\n",
                files.stream().map(file -> file.name() + "\n" + file.text()).toList());
        return HexFormat.of().formatHex(sha256(all)).substring(0, DIGITS);
    }

    /// SHA-256 of a text in UTF-8.
    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
