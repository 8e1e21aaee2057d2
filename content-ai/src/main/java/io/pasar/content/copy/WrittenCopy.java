package io.pasar.content.copy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.pasar.content.brief.CopyKind;
import io.pasar.content.check.Check;
import java.util.List;

/// A text that passed every check, measures rendered.
///
/// @param texts one, or as many as the list has
/// @param writer the model that wrote it, `provider/name`
/// @param checks what was verified
record WrittenCopy(CopyKind kind, List<String> texts, String writer, List<Check> checks) {

    /// A text or a list of texts, as the kind is in JSON.
    @JsonIgnore
    Object value() {
        return kind.isList() ? texts : texts.getFirst();
    }
}
