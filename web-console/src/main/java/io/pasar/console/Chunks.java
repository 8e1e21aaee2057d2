package io.pasar.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which module lies in which file: what nearly every page needs in the files of the document's scripts, what
/// one page needs in that page's, and what some need in a file of their own, so that nobody gets anything twice
/// or for nothing.
final class Chunks {

    private static final double NEARLY_ALL = 0.8;

    private final SequencedMap<String, Chunk> chunks = new LinkedHashMap<>();
    private final Map<String, String> chunkOf = new LinkedHashMap<>();
    private final ModuleGraph graph;
    private final List<String> scripts;
    private final List<String> pages;

    /// @param scripts the modules that the document names, in its order
    /// @param pages the modules of the pages, which are imported by their address
    Chunks(ModuleGraph graph, List<String> scripts, List<String> pages) {
        this.graph = graph;
        this.scripts = List.copyOf(scripts);
        this.pages = List.copyOf(pages);
        scripts.forEach(
                script -> graph.reach(List.of(script)).forEach(module -> chunkOf.putIfAbsent(module, nameOf(script))));
        Map<Set<String>, String> names = new HashMap<>();
        usersOfOthers()
                .forEach((module, users) ->
                        chunkOf.put(module, names.computeIfAbsent(users, _ -> nameFor(users, module))));
        graph.reach(Stream.of(scripts, pages).flatMap(List::stream).toList()).stream()
                .collect(Collectors.groupingBy(this::chunkOf, LinkedHashMap::new, Collectors.toList()))
                .forEach((name, modules) -> chunks.put(name, chunk(name, modules)));
    }

    /// The pages that need each module which no script has brought.
    private SequencedMap<String, Set<String>> usersOfOthers() {
        SequencedMap<String, Set<String>> users = new LinkedHashMap<>();
        for (String page : pages) {
            graph.reach(List.of(page)).stream()
                    .filter(module -> !chunkOf.containsKey(module))
                    .forEach(module ->
                            users.computeIfAbsent(module, _ -> new TreeSet<>()).add(page));
        }
        return users;
    }

    private String nameFor(Set<String> users, String module) {
        if (users.size() == 1) {
            return nameOf(users.iterator().next());
        }
        return users.size() >= NEARLY_ALL * pages.size() ? nameOf(scripts.getLast()) : nameOf(module);
    }

    Stream<Chunk> all() {
        return chunks.values().stream();
    }

    /// The files that a page needs beside those of the document's scripts, its own first.
    List<String> filesOf(String page) {
        SequencedSet<String> files = new LinkedHashSet<>();
        collect(nameOf(page), files);
        scripts.forEach(script -> files.remove(nameOf(script)));
        return List.copyOf(files);
    }

    /// What a chunk takes from another one.
    List<String> objectsUsed(Chunk user, String used) {
        return user.modules().stream()
                .flatMap(module -> module.imports().stream())
                .filter(imported -> chunkOf(imported).equals(used))
                .map(ConsoleModule::objectOf)
                .distinct()
                .sorted()
                .toList();
    }

    /// What a chunk has to hand over to others.
    List<String> objectsOf(Chunk chunk) {
        return all().filter(other -> other.uses().contains(chunk.name()))
                .flatMap(other -> objectsUsed(other, chunk.name()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// The name of a module's own file: the bundle's folder is laid out as the sources' is.
    static String nameOf(String module) {
        return module.replaceFirst("^/assets/", "");
    }

    private Chunk chunk(String name, List<String> paths) {
        List<ConsoleModule> modules = paths.stream().map(graph::module).toList();
        SequencedSet<String> uses = modules.stream()
                .flatMap(module -> module.imports().stream())
                .map(this::chunkOf)
                .filter(used -> !used.equals(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Chunk(
                name, modules, uses, paths.stream().filter(pages::contains).findFirst());
    }

    private String chunkOf(String module) {
        String name = chunkOf.get(module);
        if (name == null) {
            throw new BundleRefusal(module + " is in no chunk");
        }
        return name;
    }

    private void collect(String name, SequencedSet<String> files) {
        Chunk chunk = chunks.get(name);
        if (chunk != null && files.add(name)) {
            new ArrayList<>(chunk.uses()).forEach(used -> collect(used, files));
        }
    }
}
