package io.pasar.community.trial;

import io.pasar.kernel.id.MemberId;

/// A member a test signed up.
///
/// @param token an access token
public record TestMember(MemberId id, String handle, String password, String token, String refreshToken) {}
