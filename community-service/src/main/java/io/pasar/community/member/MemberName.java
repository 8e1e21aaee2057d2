package io.pasar.community.member;

import io.pasar.kernel.id.MemberId;

/// How a member is shown beside what they wrote.
public record MemberName(MemberId id, String handle, String displayName) {}
