package io.pasar.community.comment;

import io.pasar.community.member.MemberName;
import io.pasar.kernel.id.CommentId;
import io.pasar.kernel.id.PostId;
import java.time.Instant;

/// A comment as readers see it.
record CommentView(CommentId id, PostId postId, MemberName author, String text, Instant createdAt) {}
