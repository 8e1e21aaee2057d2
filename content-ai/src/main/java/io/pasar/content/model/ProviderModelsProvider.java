package io.pasar.content.model;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.ollama.OllamaChatModel;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaChatOptions;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/// Builds the chat model of each provider. None of them retries by itself: [CallLimiter] does, and knows the timeouts.
final class ProviderModelsProvider {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final String NO_KEY = "none";

    private final AiProperties settings;

    ProviderModelsProvider(AiProperties settings) {
        this.settings = settings;
    }

    ChatModel openAi() {
        return OpenAiChatModel.builder()
                .options(OpenAiChatOptions.builder()
                        .baseUrl(settings.baseUrl())
                        .apiKey(key())
                        .model(settings.model())
                        .temperature(settings.temperature())
                        .maxTokens(settings.maxTokens())
                        .timeout(settings.answerTimeout())
                        .maxRetries(0)
                        .build())
                .build();
    }

    ChatModel anthropic() {
        return AnthropicChatModel.builder()
                .options(AnthropicChatOptions.builder()
                        .baseUrl(settings.baseUrl())
                        .apiKey(key())
                        .model(settings.model())
                        .temperature(settings.temperature())
                        .maxTokens(settings.maxTokens())
                        .timeout(settings.answerTimeout())
                        .maxRetries(0)
                        .build())
                .build();
    }

    ChatModel ollama() {
        HttpClient http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
                .responseTimeout(settings.answerTimeout());
        OllamaApi api = OllamaApi.builder()
                .baseUrl(settings.baseUrl())
                .webClientBuilder(WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)))
                .build();
        return OllamaChatModel.builder()
                .ollamaApi(api)
                .retryTemplate(new RetryTemplate(RetryPolicy.withMaxRetries(0)))
                .options(OllamaChatOptions.builder()
                        .model(settings.model())
                        .temperature(settings.temperature())
                        .numPredict(settings.maxTokens())
                        .format("json")
                        .build())
                .build();
    }

    private String key() {
        String key = settings.apiKey().value();
        return key.isEmpty() ? NO_KEY : key;
    }
}
