package io.pasar.content.model;

import io.pasar.content.compose.Composer;
import io.pasar.content.language.Language;
import io.pasar.content.language.Languages;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Wires `model`. By hand, without Spring AI's starters: several services share one class path, and only this one
/// talks to models.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AiProperties.class)
class ModelConfiguration {

    private static final int QUEUED_CALLS_MAX = 1000;

    @Bean
    @ConfigurationPropertiesBinding
    static ApiKeyProvider apiKeys() {
        return new ApiKeyProvider();
    }

    @Bean
    PromptsProvider prompts() {
        return new PromptsProvider();
    }

    /// Threads on which providers' clients may block while they connect, and on which text is composed, checked and
    /// rendered: locale data is read from jars.
    @Bean(destroyMethod = "dispose")
    Scheduler copyWork(AiProperties settings) {
        return Schedulers.newBoundedElastic(settings.callsMax(), QUEUED_CALLS_MAX, "copy-work");
    }

    @Bean
    ModelsProvider models(
            AiProperties settings,
            PromptsProvider prompts,
            Scheduler copyWork,
            Composer composer,
            Languages languages) {
        Set<Language> composed = EnumSet.copyOf(languages.composed());
        CopyModelClient builtin = new CopyModelClient(
                ModelName.BUILTIN,
                new BuiltinChatProvider(composer),
                prompts,
                new CallLimiter(settings, Integer.MAX_VALUE),
                copyWork);
        if (settings.provider() == Provider.BUILTIN) {
            return new ModelsProvider(builtin, builtin, composed, true);
        }
        ModelName name = new ModelName(settings.provider().wireName(), settings.model());
        CopyModelClient writer = new CopyModelClient(
                name, outside(settings), prompts, new CallLimiter(settings, settings.callsMax()), copyWork);
        return new ModelsProvider(writer, builtin, composed, settings.fallback());
    }

    private static ChatModel outside(AiProperties settings) {
        ProviderModelsProvider models = new ProviderModelsProvider(settings);
        return switch (settings.provider()) {
            case OPENAI -> models.openAi();
            case OLLAMA -> models.ollama();
            case ANTHROPIC -> models.anthropic();
            case BUILTIN -> throw new IllegalArgumentException("the built-in model is no provider");
        };
    }
}
