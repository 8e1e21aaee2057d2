package io.pasar.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// A file of the pages as it goes out: its type, and its bytes plain and compressed.
final class ConsoleFile {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "json", "application/json",
            "map", "application/json",
            "webmanifest", "application/manifest+json",
            "svg", "image/svg+xml");

    /// Each segment begins with a letter, a digit or `_`: no way up and nothing hidden.
    private static final Pattern NAME = Pattern.compile("(?:\\w[\\w.-]*/)*\\w[\\w.-]*\\.(\\w+)");

    private final String name;
    private final String type;
    private final Body plain;
    private final Body compressed;

    private ConsoleFile(String name, String type, Body plain, Body compressed) {
        this.name = name;
        this.type = type;
        this.plain = plain;
        this.compressed = compressed;
    }

    /// Whether a file of this name could be one of the pages'.
    static boolean mayBe(String name) {
        return typeOf(name).isPresent();
    }

    static ConsoleFile of(String name, byte[] content) {
        String hash = sha256(content);
        return new ConsoleFile(
                name,
                typeOf(name).orElseThrow(() -> new IllegalArgumentException(name)),
                new Body(content, '"' + hash + '"'),
                new Body(gzip(content), '"' + hash + "-gzip\""));
    }

    String type() {
        return type;
    }

    /// Whether other content would have another name: the bundle's folder is named after what is in it.
    boolean isNamedByContent() {
        return name.startsWith("bundle/");
    }

    /// The body for somebody who accepts these encodings.
    Body bodyFor(List<String> acceptEncoding) {
        return acceptsGzip(acceptEncoding) ? compressed : plain;
    }

    boolean isCompressed(Body body) {
        return body == compressed;
    }

    private static boolean acceptsGzip(List<String> acceptEncoding) {
        return acceptEncoding.stream()
                .flatMap(Pattern.compile(",")::splitAsStream)
                .map(String::strip)
                .anyMatch(encoding -> encoding.startsWith("gzip") && !encoding.matches("gzip;\\s*q=0(\\.0*)?"));
    }

    private static Optional<String> typeOf(String name) {
        return Optional.of(NAME.matcher(name)).filter(Matcher::matches).map(matcher -> TYPES.get(matcher.group(1)));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// Bytes and the strong entity tag of exactly these bytes.
    static final class Body {

        private final byte[] bytes;
        private final String tag;

        private Body(byte[] bytes, String tag) {
            this.bytes = bytes;
            this.tag = tag;
        }

        byte[] bytes() {
            return bytes.clone();
        }

        String tag() {
            return tag;
        }

        /// Whether the client has these bytes already.
        boolean isKnownTo(List<String> ifNoneMatch) {
            return ifNoneMatch.stream()
                    .flatMap(Pattern.compile(",")::splitAsStream)
                    .map(String::strip)
                    .anyMatch(known -> known.equals(tag) || known.equals("*") || known.equals("W/" + tag));
        }
    }
}
