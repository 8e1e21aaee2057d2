package io.pasar.community.token;

import io.pasar.kernel.id.Id;
import java.util.UUID;

/// One sign-in and every refresh token that followed from it.
record FamilyId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
