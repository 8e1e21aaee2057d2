package io.pasar.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleBundleTest {

    private static final Map<String, String> SOURCES = Map.ofEntries(
            Map.entry("/index.html", """
                    <head>
                        <script type="module" async src="/assets/early.js"></script>
                        <link rel="stylesheet" href="/assets/css/tokens.css">
                        <link rel="stylesheet" href="/assets/css/base.css">
                        <script type="module" src="/assets/app.js"></script>
                    </head>"""),
            Map.entry("/assets/early.js", "const PRELOADS = {};\nexport const early = PRELOADS;\n"),
            Map.entry(
                    "/assets/app.js",
                    "import { early } from './early.js';\nimport { t } from './lib/t.js';\nimport(`./pages/${early}.js`).then(t);\n"),
            Map.entry("/assets/lib/t.js", "export const t = 1;\n"),
            Map.entry("/assets/lib/form.js", "import { t } from './t.js';\n\nexport const form = t;\n"),
            Map.entry("/assets/lib/log.js", "export const log = 3;\n"),
            Map.entry(
                    "/assets/pages/a.js",
                    "import { form } from '../lib/form.js';\nexport const title = 'a';\nexport default function A() { return form; }\n"),
            Map.entry(
                    "/assets/pages/b.js",
                    "import { form } from '../lib/form.js';\nimport { log } from '../lib/log.js';\nexport default function B() { return form + log; }\n"),
            Map.entry(
                    "/assets/pages/c.js",
                    "import { t } from '../lib/t.js';\nexport default function C() { return t; }\n"),
            Map.entry("/assets/css/tokens.css", ":root { --ink: #000; }\n"),
            Map.entry("/assets/css/base.css", "body { color: var(--ink); }\n"),
            Map.entry("/assets/css/a.css", ".a { color: red; }\n"),
            Map.entry("/assets/i18n/en/shell.json", "{}\n"));

    private final ConsoleBundle bundle = ConsoleBundle.of(SOURCES);

    @Test
    void putsEachModuleIntoOneFile() {
        assertThat(bundle.files().keySet())
                .containsExactly(
                        "app.css",
                        "app.js",
                        "app.js.map",
                        "css/a.css",
                        "early.js",
                        "early.js.map",
                        "i18n/en/shell.json",
                        "lib/form.js",
                        "lib/form.js.map",
                        "pages/a.js",
                        "pages/a.js.map",
                        "pages/b.js",
                        "pages/b.js.map",
                        "pages/c.js",
                        "pages/c.js.map");
        assertThat(bundle.files().values().stream().filter(text -> text.contains("const t = 1;")))
                .containsExactly(bundle.files().get("app.js"));
    }

    @Test
    void importsBetweenFilesWhatIsImportedBetweenModules() {
        assertThat(bundle.files().get("pages/b.js")).isEqualTo("""
                import { $lib_form } from '../lib/form.js';
                const $lib_log = (() => {
                const log = 3;
                return { log: log }; })();
                const $pages_b = (() => {
                const { form } = $lib_form;
                const { log } = $lib_log;
                function B() { return form + log; }
                return { default: B }; })();
                export default $pages_b.default;
                //# sourceMappingURL=b.js.map
                """);
        assertThat(bundle.files().get("pages/a.js")).contains("export const title = $pages_a.title;");
        assertThat(bundle.files().get("lib/form.js"))
                .startsWith("import { $lib_t } from '../app.js';")
                .contains("export { $lib_form };");
    }

    @Test
    void saysEarlyWhatEachPageNeeds() {
        assertThat(bundle.files().get("early.js"))
                .contains(
                        "const PRELOADS = {\"a\":[\"pages/a.js\",\"lib/form.js\"],\"b\":[\"pages/b.js\",\"lib/form.js\"],"
                                + "\"c\":[\"pages/c.js\"]};");
    }

    @Test
    void putsWhatNearlyAllPagesNeedIntoTheFirstFile() {
        Map<String, String> sources = new HashMap<>(SOURCES);
        sources.put(
                "/assets/pages/c.js",
                "import { form } from '../lib/form.js';\nexport default function C() { return form; }\n");

        assertThat(ConsoleBundle.of(sources).files())
                .doesNotContainKey("lib/form.js")
                .hasEntrySatisfying(
                        "app.js", text -> assertThat(text).contains("const form = t;", "export { $lib_form };"));
    }

    @Test
    void namesItsFolderInTheDocumentAndJoinsTheStyles() {
        String folder = "/bundle/" + bundle.hash() + "/";

        assertThat(bundle.document()).isEqualTo("""
                <head>
                    <script type="module" async src="%1$searly.js"></script>
                    <link rel="stylesheet" href="%1$sapp.css">
                    <script type="module" src="%1$sapp.js"></script>
                </head>""".formatted(folder));
        assertThat(bundle.files()).containsEntry("app.css", ":root { --ink: #000; }\nbody { color: var(--ink); }\n");
    }

    @Test
    void hasAnotherNameForOtherContent() {
        Map<String, String> sources = new HashMap<>(SOURCES);
        sources.put("/assets/css/a.css", ".a { color: blue; }\n");

        assertThat(ConsoleBundle.of(SOURCES).hash()).isEqualTo(bundle.hash());
        assertThat(ConsoleBundle.of(sources).hash()).isNotEqualTo(bundle.hash());
    }

    @Test
    void leadsFromItsLinesBackToTheSources() {
        assertThat(bundle.files().get("lib/form.js.map"))
                .isEqualTo("{\"version\":3,\"sources\":[\"/assets/lib/form.js\"],\"names\":[],"
                        + "\"mappings\":\";;AAAA;AACA;AACA;;;\"}");
        assertThat(bundle.files().get("pages/b.js.map"))
                .isEqualTo("{\"version\":3,\"sources\":[\"/assets/lib/log.js\",\"/assets/pages/b.js\"],\"names\":[],"
                        + "\"mappings\":\";;AAAA;;;ACAA;AACA;AACA;;;\"}");
    }

    @Test
    void refusesModulesThatImportEachOther() {
        Map<String, String> sources = new HashMap<>(SOURCES);
        sources.put("/assets/lib/t.js", "import { form } from './form.js';\nexport const t = 1;\n");

        assertThatThrownBy(() -> ConsoleBundle.of(sources))
                .isInstanceOf(BundleRefusal.class)
                .hasMessageContaining("these import each other")
                .hasMessageContaining("/assets/lib/form.js");
    }

    @Test
    void refusesAModuleThatIsNotThere() {
        Map<String, String> sources = new HashMap<>(SOURCES);
        sources.put("/assets/lib/t.js", "import { x } from './x.js';\nexport const t = x;\n");

        assertThatThrownBy(() -> ConsoleBundle.of(sources))
                .isInstanceOf(BundleRefusal.class)
                .hasMessage("there is no /assets/lib/x.js");
    }
}
