package io.pasar.community.connection;

import io.pasar.kernel.event.RewardChanged;
import io.pasar.kernel.id.EntryId;

/// The data of the socket's `reward` event: the line as `GET /v1/rewards/entries` shows it.
record RewardNews(EntryId id, String unit, String amount, String state, String reason, String reference) {

    static RewardNews of(RewardChanged change) {
        return new RewardNews(
                change.entry(), change.unit(), change.amount(), change.state(), change.reason(), change.reference());
    }
}
