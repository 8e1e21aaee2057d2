package io.pasar.content.model;

import io.pasar.content.brief.Brief;
import io.pasar.content.brief.Draft;
import io.pasar.content.compose.Composer;
import java.util.List;
import java.util.Objects;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A chat model without a network: finds the brief in the prompt and answers it by grammar and term base. It never
/// waits, so it may run anywhere.
final class BuiltinChatProvider implements ChatModel {

    private static final int PIECE = 120;

    private final Composer composer;

    BuiltinChatProvider(Composer composer) {
        this.composer = composer;
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        return response(answer(prompt));
    }

    /// The same answer in pieces.
    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Mono.fromCallable(() -> answer(prompt))
                .flatMapIterable(BuiltinChatProvider::pieces)
                .map(BuiltinChatProvider::response);
    }

    private String answer(Prompt prompt) {
        Brief brief = BriefText.find(
                Objects.requireNonNullElse(prompt.getUserMessage().getText(), ""));
        List<Draft> drafts = composer.compose(brief);
        return DraftText.write(drafts);
    }

    private static List<String> pieces(String text) {
        return List.of(text.split("(?<=\\G.{" + PIECE + "})", -1));
    }

    private static ChatResponse response(String text) {
        return new ChatResponse(List.of(new Generation(new AssistantMessage(text))));
    }
}
