package io.pasar.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleModuleTest {

    @Test
    void takesWhatItImportsFromTheOtherModulesObject() {
        ConsoleModule module =
                parse("import { h, useState as state } from './h.js';\nimport Market from '../pages/market.js';");

        assertThat(module.imports()).containsExactly("/assets/lib/h.js", "/assets/pages/market.js");
        assertThat(module.body())
                .isEqualTo("const { h, useState: state } = $lib_h;\nconst Market = $pages_market.default;");
    }

    @Test
    void handsOverWhatItDeclaresAndWhatItPassesOn() {
        ConsoleModule module = parse("""
                export const A = 1;
                export async function load() {}
                export default function Page() {}
                export class Store {}
                const inner = 2;
                export { inner as outer, A };
                export {
                  h, render,
                } from '/vendor/preact.js';""");

        assertThat(module.exports())
                .containsOnly(
                        entry("A", "A"),
                        entry("load", "load"),
                        entry("default", "Page"),
                        entry("Store", "Store"),
                        entry("outer", "inner"),
                        entry("h", "$vendor_preact.h"),
                        entry("render", "$vendor_preact.render"));
        assertThat(module.body()).doesNotContain("export");
    }

    @Test
    void keepsEveryLineWhereItWas() {
        String source = "import {\n  h,\n  render,\n} from './h.js';\n\nexport {\n  h,\n};\nexport const LAST = 1;\n";

        assertThat(parse(source).body().lines().toList()).hasSize(9).endsWith("const LAST = 1;");
    }

    @Test
    void readsALibraryOnOneLine() {
        ConsoleModule module =
                parse("import{options as n}from\"./preact.js\";var t=1;function p(){}export{p as useState,t as u};");

        assertThat(module.body()).isEqualTo("const {options: n} = $lib_preact;var t=1;function p(){}");
        assertThat(module.exports()).containsOnly(entry("useState", "p"), entry("u", "t"));
    }

    @Test
    void leavesWordsInTextsAndLazyImportsAlone() {
        String source = "const text = 'import me from here; export that';\nconst lazy = () => import('./pages/x.js');";

        assertThat(parse(source).body()).isEqualTo(source);
        assertThat(parse(source).imports()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export let changing = 1;",
                "export const { a, b } = c;",
                "import * as all from './all.js';",
                "export * from './all.js';",
                "const words = await load();",
                "await load();"
            })
    void refusesWhatWouldNotMeanTheSame(String line) {
        assertThatThrownBy(() -> parse("// first\n" + line))
                .isInstanceOf(BundleRefusal.class)
                .hasMessage("/assets/lib/one.js: write this in another way: " + line);
    }

    @Test
    void refusesANameThatABrowserCannotResolve() {
        assertThatThrownBy(() -> parse("import { h } from 'preact';"))
                .isInstanceOf(BundleRefusal.class)
                .hasMessage("/assets/lib/one.js: \"preact\" is no address a browser could resolve");
    }

    private static ConsoleModule parse(String text) {
        return ConsoleModule.parse("/assets/lib/one.js", text);
    }
}
