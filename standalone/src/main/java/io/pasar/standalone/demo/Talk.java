package io.pasar.standalone.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What visitors say: every line of a language once, in any order, before one comes again.
final class Talk {

    private final Cast cast;
    private final Random random;
    private final Map<String, Deque<String>> unsaid = new HashMap<>();

    Talk(Cast cast, Random random) {
        this.cast = cast;
        this.random = random;
    }

    String line(String locale) {
        Deque<String> lines = unsaid.computeIfAbsent(locale, _ -> new ArrayDeque<>());
        if (lines.isEmpty()) {
            lines.addAll(shuffled(cast.chatter().getOrDefault(locale, List.of("👋"))));
        }
        return lines.removeFirst();
    }

    String bought(String locale) {
        List<String> lines = cast.bought().getOrDefault(locale, List.of("🎉"));
        return lines.get(random.nextInt(lines.size()));
    }

    private List<String> shuffled(List<String> lines) {
        List<String> copy = new ArrayList<>(lines);
        Collections.shuffle(copy, random);
        return copy;
    }
}
