/// Codes, links, and who came through whose. What follows from it is registered by implementing
/// [io.pasar.community.referral.AttributionHandler].
@ApplicationModule(allowedDependencies = {"member"})
@NullMarked
package io.pasar.community.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
