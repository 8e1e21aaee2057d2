package io.pasar.content.model;

import io.pasar.content.brief.Brief;
import io.pasar.content.brief.CopyKind;
import io.pasar.content.brief.Draft;
import io.pasar.content.check.Check;
import io.pasar.content.language.ContentHash;
import io.pasar.content.language.DataFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.ai.template.TemplateRenderer;
import org.springframework.ai.template.st.StTemplateRenderer;

/// The prompts under `content/prompts`, with a version that changes with every letter of them.
public final class PromptsProvider {

    private static final DataFile SYSTEM = DataFile.read("content/prompts/copy-system.md");
    private static final DataFile USER = DataFile.read("content/prompts/copy-user.md");
    private static final DataFile REPAIR = DataFile.read("content/prompts/copy-repair.md");

    private final TemplateRenderer renderer = StTemplateRenderer.builder()
            .startDelimiterToken('$')
            .endDelimiterToken('$')
            .build();
    private final String version = ContentHash.of(List.of(SYSTEM, USER, REPAIR));

    /// Twelve hexadecimal digits.
    public String version() {
        return version;
    }

    String system(Brief brief) {
        return renderer.apply(
                SYSTEM.text(),
                Map.of(
                        "language", brief.language().code(),
                        "locale", brief.locale(),
                        "market", brief.market(),
                        "formality", brief.formality().name().toLowerCase(Locale.ROOT),
                        "voice", brief.voice().wireName(),
                        "shapes", shapes(brief.kinds())));
    }

    String user(Brief brief) {
        return renderer.apply(USER.text(), Map.of("brief", BriefText.write(brief), "kinds", names(brief.kinds())));
    }

    String repair(Brief brief, List<Draft> handedIn, List<Check> failed) {
        return renderer.apply(
                REPAIR.text(),
                Map.of(
                        "brief", BriefText.write(brief),
                        "answer", BriefText.escaped(DraftText.write(handedIn)),
                        "failures", failures(failed),
                        "kinds", names(brief.kinds())));
    }

    private static String failures(List<Check> failed) {
        return failed.stream()
                .map(check -> "- " + check.kind().wireName() + ": " + BriefText.escaped(check.detail()))
                .collect(Collectors.joining("\n"));
    }

    private static String names(List<CopyKind> kinds) {
        return kinds.stream().map(CopyKind::wireName).collect(Collectors.joining(", "));
    }

    private static String shapes(List<CopyKind> kinds) {
        return kinds.stream().map(PromptsProvider::shape).collect(Collectors.joining("\n"));
    }

    private static String shape(CopyKind kind) {
        String each = "at most " + kind.textMax() + " characters";
        return "- \"" + kind.wireName() + "\": "
                + (kind.isList() ? "an array of texts, each " + each : "one text, " + each);
    }
}
