package io.pasar.live.catalogue.shopify;

import io.pasar.platform.problem.InputError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where each column stands in this file.
///
/// @param width how many cells every row must have
/// @param positions of the columns that are read, from 0
/// @param names as this file writes them
record ShopifyHeader(int width, Map<ShopifyColumn, Integer> positions, Map<ShopifyColumn, String> names) {

    private static final int ERRORS_MAX = 20;

    ShopifyHeader {
        positions = Map.copyOf(positions);
        names = Map.copyOf(names);
    }

    /// @throws Problem [CsvProblem#BAD_HEADER] naming every column that is missing or there twice
    static ShopifyHeader of(List<String> cells) {
        List<InputError> errors = new ArrayList<>(repeated(cells));
        Map<ShopifyColumn, Integer> positions = new EnumMap<>(ShopifyColumn.class);
        Map<ShopifyColumn, String> names = new EnumMap<>(ShopifyColumn.class);
        for (int i = 0; i < cells.size(); i++) {
            place(cells.get(i).strip(), i, positions, names, errors);
        }
        ShopifyColumn.REQUIRED.stream()
                .filter(column -> !positions.containsKey(column))
                .forEach(column -> errors.add(missing(column)));
        if (!errors.isEmpty()) {
            List<InputError> shown = errors.subList(0, Math.min(errors.size(), ERRORS_MAX));
            throw CsvProblem.BAD_HEADER.because(explanation(cells, shown)).with(shown);
        }
        return new ShopifyHeader(cells.size(), positions, names);
    }

    /// The column's name in this file.
    String name(ShopifyColumn column) {
        return names.getOrDefault(column, column.title());
    }

    private static void place(
            String name,
            int position,
            Map<ShopifyColumn, Integer> positions,
            Map<ShopifyColumn, String> names,
            List<InputError> errors) {
        ShopifyColumn.named(name).ifPresent(column -> {
            String other = names.putIfAbsent(column, name);
            positions.putIfAbsent(column, position);
            if (other != null && !other.equalsIgnoreCase(name)) {
                errors.add(new InputError(pointer(name), "means the same as " + other + "; keep one of them"));
            }
        });
    }

    private static List<InputError> repeated(List<String> cells) {
        Set<String> seen = new HashSet<>();
        return cells.stream()
                .filter(name -> !name.isBlank() && !seen.add(ShopifyColumn.key(name)))
                .map(name -> new InputError(pointer(name.strip()), "is there twice"))
                .toList();
    }

    private static InputError missing(ShopifyColumn column) {
        return new InputError(pointer(column.title()), "is missing (" + column.anyName() + ")");
    }

    private static String explanation(List<String> cells, List<InputError> errors) {
        if (cells.size() == 1 && cells.getFirst().contains(";")) {
            return "The columns are separated by semicolons; save the file with commas.";
        }
        return "Line 1 must name the columns of a Shopify product export: "
                + String.join(
                        ", ",
                        errors.stream().limit(5).map(ShopifyHeader::sentence).toList()) + ".";
    }

    private static String sentence(InputError error) {
        return error.pointer().substring(1) + " " + error.detail();
    }

    /// JSON Pointer escapes of RFC 6901.
    private static String pointer(String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) : name;
        return "/" + shown.replace("~", "~0").replace("/", "~1");
    }
}
