package io.pasar.community.ledger;

import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.auth.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// HTTP edge of `ledger`: what the signed-in member has.
@RestController
@RequestMapping("/v1/rewards")
class RewardController {

    private final LedgerService ledger;

    RewardController(LedgerService ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/balance")
    Mono<RewardBalance> balance(Caller caller) {
        return ledger.balance(caller.requireMember().id());
    }

    @GetMapping("/entries")
    Mono<Page<RewardEntry>> entries(Caller caller, PageRequest request) {
        return ledger.entries(caller.requireMember().id(), request);
    }
}
