package io.pasar.standalone.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/// One settings record of the code, with what its documentation comment says of each component.
///
/// @param type the record
/// @param module the folder of the module it is in
/// @param source its source text
record SettingsClass(Class<?> type, String module, String source) {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final List<String> ORDER = List.of("platform", "live-service", "community-service", "content-ai");

    /// One setting.
    ///
    /// @param name as in a settings file, such as `pasar.redis.url`
    /// @param preset the default; empty if there is none
    record Setting(String name, Class<?> type, Optional<String> preset, String meaning) {

        /// The same as an environment variable: Spring Boot's rule is capitals, `_` for dots and no dashes.
        String variable() {
            return name.replace("-", "").replaceAll("[.\\[\\]]+", "_").toUpperCase(Locale.ROOT);
        }
    }

    /// All of them, the platform's first.
    static List<SettingsClass> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("io.pasar").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                .map(SettingsClass::of)
                .sorted(Comparator.comparingInt((SettingsClass settings) -> ORDER.indexOf(settings.module()))
                        .thenComparing(SettingsClass::prefix))
                .toList();
    }

    private static SettingsClass of(Class<?> type) {
        try {
            Path classes = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            String module = ORDER.stream()
                    .filter(name -> classes.toString().contains("/" + name + "/"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no module known for " + classes));
            Path source = REPOSITORY.resolve(module + "/src/main/java/"
                    + type.getName().replace('.', '/').replaceAll("\\$.*", "") + ".java");
            return new SettingsClass(type, module, Files.readString(source));
        } catch (URISyntaxException | IOException failure) {
            throw new UncheckedIOException(new IOException(failure));
        }
    }

    String prefix() {
        ConfigurationProperties annotation = type.getAnnotation(ConfigurationProperties.class);
        return annotation.prefix().isEmpty() ? annotation.value() : annotation.prefix();
    }

    /// The first sentences of the record's comment.
    String purpose() {
        return prose(comment(type)).strip();
    }

    List<Setting> settings() {
        return settings(prefix(), type).toList();
    }

    private Stream<Setting> settings(String prefix, Class<?> owner) {
        Map<String, String> meanings = meanings(owner);
        return Arrays.stream(owner.getRecordComponents())
                .flatMap(component -> setting(prefix + "." + dashed(component.getName()), component, meanings));
    }

    private Stream<Setting> setting(String name, RecordComponent component, Map<String, String> meanings) {
        String meaning = meanings.getOrDefault(component.getName(), "");
        if (component.getType().isRecord() && isOwn(component.getType())) {
            return settings(name, component.getType());
        }
        return element(component)
                .map(element -> settings(name + (Map.class == component.getType() ? ".<name>" : "[0]"), element))
                .orElseGet(() -> Stream.of(new Setting(name, component.getType(), preset(component), meaning)));
    }

    /// The record a list or map holds.
    private Optional<Class<?>> element(RecordComponent component) {
        return Arrays.stream(type.getDeclaredClasses())
                .filter(Class::isRecord)
                .filter(nested -> component.getGenericType().getTypeName().contains("<")
                        && component.getGenericType().getTypeName().contains(nested.getName()))
                .findFirst()
                .<Class<?>>map(nested -> nested);
    }

    private boolean isOwn(Class<?> nested) {
        return Arrays.asList(type.getDeclaredClasses()).contains(nested);
    }

    private Optional<String> preset(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(DefaultValue.class))
                .or(() -> Optional.ofNullable(parameterDefault(component)))
                .map(annotation -> String.join(", ", annotation.value()))
                .map(text -> written(text, component.getType()));
    }

    /// `@DefaultValue` is an annotation of parameters: the canonical constructor has it.
    private static @Nullable DefaultValue parameterDefault(RecordComponent component) {
        Class<?> owner = component.getDeclaringRecord();
        RecordComponent[] all = owner.getRecordComponents();
        int index = Arrays.stream(all).map(RecordComponent::getName).toList().indexOf(component.getName());
        return owner.getDeclaredConstructors()[0].getParameters()[index].getAnnotation(DefaultValue.class);
    }

    private static String written(String text, Class<?> type) {
        boolean hasUnit = type != Duration.class && type != DataSize.class;
        return hasUnit || !text.startsWith("PT") ? text : text.substring(2).toLowerCase(Locale.ROOT);
    }

    private Map<String, String> meanings(Class<?> owner) {
        return Pattern.compile("@param (\\w+) ([^@]*)")
                .matcher(comment(owner))
                .results()
                .collect(Collectors.toMap(
                        result -> result.group(1),
                        result -> result.group(2).replaceAll("\\s+", " ").strip()));
    }

    /// The `///` lines right above the record, without their slashes.
    private String comment(Class<?> owner) {
        Pattern declaration = Pattern.compile(
                "((?:^ *///.*\\n)+)(?:^ *@.*\\n)*^ *(?:public )?record " + owner.getSimpleName() + "\\(",
                Pattern.MULTILINE);
        String lines = declaration
                .matcher(source)
                .results()
                .map((MatchResult result) -> result.group(1))
                .findFirst()
                .orElse("");
        return lines.replaceAll("(?m)^ *///", "");
    }

    private static String prose(String comment) {
        int parameters = comment.indexOf("@param");
        return (parameters < 0 ? comment : comment.substring(0, parameters)).replaceAll("\\s+", " ");
    }

    private static String dashed(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
