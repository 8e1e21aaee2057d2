package io.pasar.content.check;

import io.pasar.content.brief.CopyKind;

/// One thing that was verified about one text.
///
/// @param check `numbers`, `complete`, `materials`, `certificates`, `names`, `language`, `length`, `plain`, `answer`
///     or `claims`
/// @param detail what was found, for people; when it did not pass, also what a model is told
public record Check(CopyKind kind, String check, boolean passed, String detail) {}
