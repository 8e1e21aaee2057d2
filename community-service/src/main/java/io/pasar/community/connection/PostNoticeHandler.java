package io.pasar.community.connection;

import io.pasar.community.member.Member;
import io.pasar.community.member.MemberService;
import io.pasar.community.post.PostPublished;
import io.pasar.kernel.event.CloudEvent;
import io.pasar.platform.event.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Post published: tell those who follow the author that their feed has grown.
@Component
class PostNoticeHandler implements EventHandler<PostPublished> {

    private final NoticeService notices;
    private final MemberService members;

    PostNoticeHandler(NoticeService notices, MemberService members) {
        this.notices = notices;
        this.members = members;
    }

    @Override
    public String consumer() {
        return "community.connection.posts";
    }

    @Override
    public String producer() {
        return "community";
    }

    @Override
    public String type() {
        return PostPublished.TYPE;
    }

    @Override
    public Class<PostPublished> payload() {
        return PostPublished.class;
    }

    @Override
    public Mono<Void> handle(CloudEvent<PostPublished> event) {
        return members.find(event.data().author())
                .map(Member::name)
                .map(author -> new Notice.Post(event.data().post(), author))
                .flatMap(notices::spread);
    }
}
