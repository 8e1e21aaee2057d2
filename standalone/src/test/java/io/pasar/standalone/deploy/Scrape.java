package io.pasar.standalone.deploy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a service tells Prometheus, read.
public record Scrape(List<Sample> samples) {

    private static final Pattern LINE = Pattern.compile("(?<name>[a-z]\\w*)(\\{(?<labels>.*)})? (?<value>\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /// One line.
    public record Sample(String name, Map<String, String> labels, double value) {}

    public static Scrape of(String text) {
        return new Scrape(text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Scrape::sample)
                .toList());
    }

    private static Sample sample(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new AssertionError("no line of Prometheus' text format: " + line);
        }
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(parts.group("labels") == null ? "" : parts.group("labels"));
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        return new Sample(parts.group("name"), labels, Double.parseDouble(parts.group("value")));
    }

    public Set<String> names() {
        return samples.stream().map(Sample::name).collect(Collectors.toSet());
    }

    /// What its series are told apart by.
    public Set<String> labels(String name) {
        return named(name).flatMap(sample -> sample.labels().keySet().stream()).collect(Collectors.toSet());
    }

    /// The values of all its series.
    public List<Double> values(String name) {
        return named(name).map(Sample::value).toList();
    }

    /// The values of its series with this label.
    public List<Double> values(String name, String label, String labelled) {
        return named(name)
                .filter(sample -> labelled.equals(sample.labels().get(label)))
                .map(Sample::value)
                .toList();
    }

    /// The sum of its series with this label; 0 where nothing was counted yet.
    public double value(String name, String label, String labelled) {
        return values(name, label, labelled).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private Stream<Sample> named(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name));
    }
}
