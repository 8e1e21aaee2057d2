/// Members: sign-up, profiles, passwords. A feature that adds to a profile or has a say at sign-up implements
/// [io.pasar.community.member.FollowCountsProvider] or [io.pasar.community.member.ReferralCodeGate].
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.pasar.community.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
