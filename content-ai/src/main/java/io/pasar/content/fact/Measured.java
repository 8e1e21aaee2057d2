package io.pasar.content.fact;

import java.util.List;
import java.util.Map;

/// Facts with their measures lifted out.
///
/// @param lines the facts, with placeholders
/// @param slots what each placeholder stands for, by its name without brackets
public record Measured(List<FactLine> lines, Map<String, Measure> slots) {}
