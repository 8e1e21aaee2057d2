package io.pasar.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// One file of the bundle: some modules, one after the other.
///
/// @param name from the folder of the bundle, such as `pages/market.js`
/// @param modules in the order in which they run
/// @param uses the names of the chunks whose modules these import
/// @param page the page's module, which is imported by the address of the file
record Chunk(String name, List<ConsoleModule> modules, SequencedSet<String> uses, Optional<String> page) {

    Chunk {
        modules = List.copyOf(modules);
    }

    /// The file, and the way from its lines back to the sources.
    BundledScript script(Chunks all) {
        BundledScript script = new BundledScript(name);
        for (String used : uses) {
            script.add(
                    "import { " + String.join(", ", all.objectsUsed(this, used)) + " } from '" + relative(used) + "';");
        }
        modules.forEach(module -> add(script, module));
        exports(all).forEach(script::add);
        return script;
    }

    private static void add(BundledScript script, ConsoleModule module) {
        script.add("const " + module.object() + " = (() => {");
        script.add(module.path(), module.body());
        script.add(module.answer());
    }

    private List<String> exports(Chunks all) {
        List<String> lines = new ArrayList<>();
        List<String> objects = all.objectsOf(this);
        if (!objects.isEmpty()) {
            lines.add("export { " + String.join(", ", objects) + " };");
        }
        modules.stream()
                .filter(module -> page.filter(module.path()::equals).isPresent())
                .flatMap(module ->
                        module.exports().keySet().stream().sorted().map(name -> export(module.object(), name)))
                .forEach(lines::add);
        return lines;
    }

    private static String export(String object, String name) {
        return name.equals("default")
                ? "export default " + object + ".default;"
                : "export const " + name + " = " + object + "." + name + ";";
    }

    private String relative(String other) {
        int depth = (int) name.chars().filter(character -> character == '/').count();
        return (depth == 0 ? "./" : "../".repeat(depth)) + other;
    }
}
