package io.pasar.console;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Which module needs which.
final class ModuleGraph {

    private final Map<String, String> texts;
    private final Map<String, ConsoleModule> parsed = new HashMap<>();

    /// @param texts of all files by their path, such as `/assets/app.js`
    ModuleGraph(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    ConsoleModule module(String path) {
        return parsed.computeIfAbsent(path, _ -> ConsoleModule.parse(path, text(path)));
    }

    /// These modules and all that they import, each after what it imports itself, as a browser runs them.
    SequencedSet<String> reach(Collection<String> entries) {
        SequencedSet<String> reached = new LinkedHashSet<>();
        entries.forEach(entry -> visit(entry, new ArrayDeque<>(), reached));
        return reached;
    }

    private void visit(String path, Deque<String> way, SequencedSet<String> reached) {
        if (way.contains(path)) {
            throw new BundleRefusal("these import each other: " + List.copyOf(way.reversed()) + " and " + path);
        }
        if (reached.contains(path)) {
            return;
        }
        way.push(path);
        module(path).imports().forEach(imported -> visit(imported, way, reached));
        way.pop();
        reached.add(path);
    }

    private String text(String path) {
        String text = texts.get(path);
        if (text == null) {
            throw new BundleRefusal("there is no " + path);
        }
        return text;
    }
}
