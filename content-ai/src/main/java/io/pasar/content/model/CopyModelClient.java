package io.pasar.content.model;

import io.pasar.content.brief.Brief;
import io.pasar.content.brief.Draft;
import io.pasar.content.check.Check;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/// One model that writes copy. Drafts come as the model finishes them; what it leaves out or garbles is simply not
/// there. Fails with [ProviderFailure] when the provider refuses, breaks or stalls; retries only what is worth it
/// and only before the first token.
public final class CopyModelClient {

    private final ModelName name;
    private final ChatClient chat;
    private final PromptsProvider prompts;
    private final CallLimiter limiter;
    private final Scheduler scheduler;

    CopyModelClient(
            ModelName name, ChatModel model, PromptsProvider prompts, CallLimiter limiter, Scheduler scheduler) {
        this.name = name;
        this.chat = ChatClient.create(model);
        this.prompts = prompts;
        this.limiter = limiter;
        this.scheduler = scheduler;
    }

    public ModelName name() {
        return name;
    }

    /// Writes all kinds of the brief.
    public Flux<Draft> write(Brief brief) {
        return ask(brief, prompts.user(brief));
    }

    /// Writes the kinds of the brief again, told what was wrong.
    ///
    /// @param handedIn the drafts that failed
    /// @param failed what they failed in
    public Flux<Draft> repair(Brief brief, List<Draft> handedIn, List<Check> failed) {
        return ask(brief, prompts.repair(brief, handedIn, failed));
    }

    /// Providers' clients may block while they connect, so they start on threads of their own.
    private Flux<Draft> ask(Brief brief, String user) {
        Flux<String> answer = Flux.defer(() -> chat.prompt().system(prompts.system(brief)).user(user).stream()
                        .content())
                .subscribeOn(scheduler);
        return drafts(limiter.guarded(answer))
                .filter(draft -> brief.kinds().contains(draft.kind()))
                .distinct(Draft::kind);
    }

    private Flux<Draft> drafts(Flux<String> answer) {
        return Flux.defer(() -> {
            AnswerReader reader = new AnswerReader();
            return answer.publishOn(scheduler).concatMapIterable(reader::feed);
        });
    }
}
