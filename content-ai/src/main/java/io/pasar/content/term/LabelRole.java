package io.pasar.content.term;

/// What stands after a label.
public enum LabelRole {
    MATERIAL,
    COLOUR,
    QUALITY,
    FEATURE,
    USE,
    AUDIENCE,
    CARE,
    CERTIFICATE,
    SIZE,
    MEASURE,
    PRICE,
    NAME,
    ORIGIN,
    PLAIN
}
