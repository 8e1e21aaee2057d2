package io.pasar.content.copy;

import io.pasar.content.brief.Brief;
import io.pasar.content.check.Subject;
import java.util.List;

/// A request that was understood: what a model is told and what its text is held against.
///
/// @param key what it is kept by
/// @param pointers where in the request the fact `f1` is, the fact `f2`, …
/// @param notes facts that were left out, and why
record CopyTask(CopyKey key, Brief brief, Subject subject, List<String> pointers, List<CopyNote> notes) {

    /// Where in the request a fact of the brief is.
    String pointerOf(String fact) {
        return pointers.get(Integer.parseInt(fact.substring(1)) - 1);
    }
}
