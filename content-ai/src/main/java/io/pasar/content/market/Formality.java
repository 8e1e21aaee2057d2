package io.pasar.content.market;

/// How buyers are spoken to: tú or usted, kamu or Anda, 你 or 您.
public enum Formality {
    INFORMAL,
    FORMAL
}
