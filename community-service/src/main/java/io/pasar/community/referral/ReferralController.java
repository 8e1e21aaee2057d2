package io.pasar.community.referral;

import io.pasar.platform.auth.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// HTTP edge of `referral`.
@RestController
@RequestMapping("/v1/referrals")
class ReferralController {

    private final ReferralService referrals;

    ReferralController(ReferralService referrals) {
        this.referrals = referrals;
    }

    @GetMapping("/me")
    Mono<ReferralView> own(Caller caller) {
        return referrals.own(caller);
    }
}
