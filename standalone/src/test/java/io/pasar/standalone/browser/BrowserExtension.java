package io.pasar.standalone.browser;

import io.pasar.standalone.StandaloneProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts what [UsesBrowser] promises, once for all classes.
final class BrowserExtension implements ExecutionCondition, ParameterResolver {

    private static final Namespace SHARED = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Browser.installed()
                .map(path -> ConditionEvaluationResult.enabled("Chromium is " + path))
                .orElseGet(() -> ConditionEvaluationResult.disabled(
                        "no Chromium found: install chromium to test the pages in a browser"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class || type == StandaloneProcess.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class
                ? shared(context, Browser.class, Browser::start)
                : shared(context, Running.class, Running::start).process();
    }

    private static <T> T shared(ExtensionContext context, Class<T> type, java.util.function.Supplier<T> start) {
        return type.cast(context.getRoot().getStore(SHARED).computeIfAbsent(type, _ -> start.get()));
    }

    private record Running(StandaloneProcess process) implements AutoCloseable {

        static Running start() {
            return new Running(
                    StandaloneProcess.in(folder()).with("PASAR_DEMO", "false").start());
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory("pasar-browser");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
