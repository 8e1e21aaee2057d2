package io.pasar.community.ledger;

import io.pasar.kernel.id.MemberId;
import java.util.Optional;

/// One account of the ledger.
record Account(AccountPurpose purpose, Optional<MemberId> member, RewardUnit unit) {

    Account {
        if ((purpose == AccountPurpose.PROGRAMME) != member.isEmpty()) {
            throw new IllegalArgumentException(
                    "members have pending and available accounts, the programme has its own");
        }
    }

    static Account programme(RewardUnit unit) {
        return new Account(AccountPurpose.PROGRAMME, Optional.empty(), unit);
    }

    static Account pending(MemberId member, RewardUnit unit) {
        return new Account(AccountPurpose.PENDING, Optional.of(member), unit);
    }

    static Account available(MemberId member, RewardUnit unit) {
        return new Account(AccountPurpose.AVAILABLE, Optional.of(member), unit);
    }
}
