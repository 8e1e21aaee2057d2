package io.pasar.content.copy;

import io.pasar.content.check.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answer of `POST /v1/copy`.
///
/// @param copy kind to text, or to a list of texts
/// @param checks what was verified about each kind; all passed
/// @param model who wrote
/// @param cached whether the work was done and paid before
/// @param notes facts that were left out
/// @param notices what the market wants stated beside the copy, for the seller
record CopyAnswer(
        Map<String, Object> copy,
        List<Check> checks,
        ModelView model,
        boolean cached,
        List<CopyNote> notes,
        List<String> notices) {

    /// Who wrote.
    ///
    /// @param provider of the configured model
    /// @param name of the configured model
    /// @param promptVersion twelve hexadecimal digits
    /// @param rulesVersion of terms, wording and market rules
    /// @param voice the voice that was used
    /// @param writers kind to the model that wrote it, `provider/name`
    /// @param fallback why the built-in model stepped in; empty if it did not
    record ModelView(
            String provider,
            String name,
            String promptVersion,
            String rulesVersion,
            String voice,
            Map<String, String> writers,
            String fallback) {}

    static CopyAnswer of(List<WrittenCopy> written, ModelView model, boolean cached, CopyTask task) {
        Map<String, Object> copy = new LinkedHashMap<>();
        written.forEach(text -> copy.put(text.kind().wireName(), text.value()));
        List<Check> checks =
                written.stream().flatMap(text -> text.checks().stream()).toList();
        return new CopyAnswer(
                copy,
                checks,
                model,
                cached,
                task.notes(),
                task.subject().market().notices());
    }
}
