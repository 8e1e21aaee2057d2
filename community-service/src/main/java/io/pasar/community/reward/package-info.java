/// What is rewarded: the first paid order of an invited friend, less what was refunded.
@ApplicationModule(allowedDependencies = {"ledger", "referral"})
@NullMarked
package io.pasar.community.reward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
