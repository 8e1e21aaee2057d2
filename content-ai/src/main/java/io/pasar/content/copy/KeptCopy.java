package io.pasar.content.copy;

import java.util.List;

/// What is stored: the texts in the order asked for, and why the built-in model stepped in, if it did.
record KeptCopy(List<WrittenCopy> written, String fallback) {}
