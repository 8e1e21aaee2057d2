package io.pasar.content.copy;

import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Draft;
import io.pasar.content.check.Check;
import io.pasar.content.check.CopyGuard;
import io.pasar.content.model.ModelName;
import io.pasar.content.model.ProviderFailure;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// How far one piece of work is. Not thread-safe: models hand in one draft after the other.
///
/// Invariants: a kind is either accepted or remaining; a draft is accepted only if every check passed; once
/// accepted it stays.
final class Progress {

    private final CopyTask task;
    private final CopyGuard guard;
    private final String model;
    private final Map<CopyKind, WrittenCopy> accepted = new EnumMap<>(CopyKind.class);
    private final Map<CopyKind, Draft> rejected = new EnumMap<>(CopyKind.class);
    private final Map<CopyKind, List<Check>> failures = new EnumMap<>(CopyKind.class);
    private Optional<ProviderFailure> outage = Optional.empty();

    /// @param model the configured one
    Progress(CopyTask task, CopyGuard guard, ModelName model) {
        this.task = task;
        this.model = model.toString();
        this.guard = guard;
    }

    /// Checks a draft and, if everything passed, renders and accepts it.
    Optional<WrittenCopy> take(Draft draft, ModelName writer) {
        if (accepted.containsKey(draft.kind())) {
            return Optional.empty();
        }
        List<Check> checks = guard.check(draft, task.subject());
        if (checks.stream().allMatch(Check::passed)) {
            return Optional.of(accept(draft, writer, checks));
        }
        rejected.put(draft.kind(), draft);
        failures.put(
                draft.kind(), checks.stream().filter(check -> !check.passed()).toList());
        return Optional.empty();
    }

    /// The provider gave nothing usable, or nothing more.
    void failed(ProviderFailure failure) {
        outage = Optional.of(failure);
    }

    /// Why texts are not by the configured model: empty if they are.
    String fallback() {
        boolean other = written().stream().anyMatch(text -> !text.writer().equals(model));
        return outage.map(failure -> failure.reason().name().toLowerCase(Locale.ROOT))
                .orElse(other ? "refused" : "");
    }

    Optional<ProviderFailure> outage() {
        return outage;
    }

    /// The kinds nobody has written acceptably.
    List<CopyKind> remaining() {
        return task.brief().kinds().stream()
                .filter(kind -> !accepted.containsKey(kind))
                .toList();
    }

    /// The last drafts of remaining kinds.
    List<Draft> rejected() {
        return remaining().stream().map(rejected::get).filter(Objects::nonNull).toList();
    }

    /// What the remaining kinds failed in; a kind that was not handed in at all failed in that.
    List<Check> failures() {
        return remaining().stream()
                .flatMap(kind -> failures.getOrDefault(kind, List.of(missing(kind))).stream())
                .toList();
    }

    /// The accepted texts in the order asked for.
    List<WrittenCopy> written() {
        return task.brief().kinds().stream()
                .map(accepted::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private WrittenCopy accept(Draft draft, ModelName writer, List<Check> checks) {
        List<String> texts = draft.map(task.subject().rendered()).texts().stream()
                .map(text -> Direction.safe(text, task.brief().language()))
                .toList();
        WrittenCopy written = new WrittenCopy(draft.kind(), texts, writer.toString(), checks);
        accepted.put(draft.kind(), written);
        return written;
    }

    private static Check missing(CopyKind kind) {
        return new Check(kind, "plain", false, "The answer does not hold \"" + kind.wireName() + "\" in its shape.");
    }
}
