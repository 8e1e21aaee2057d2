package io.pasar.platform.idempotency;

import io.pasar.platform.auth.Caller;
import reactor.core.publisher.Mono;

/// Idempotency for what does not come over HTTP, such as socket commands. HTTP requests have it from the edge.
public interface Idempotency {

    /// Runs the effect once for the key, in a transaction together with the record of its answer; a repeat gets
    /// the first one's answer.
    ///
    /// @param operation the command's name, such as `sale.reserve`
    /// @param key what the client sent: 1 to 255 visible ASCII characters
    /// @param request what the command asks for, as a record; a repeat must ask for the same
    /// @param answerType to read the kept answer as
    /// @param effect inside the transaction; refusals (`Problem`) undo it and are kept like answers, except
    ///     those that say when to try again
    /// @return the answer; or an `invalid-request` problem for a malformed key, `idempotency-key-reused` for
    ///     another request, `idempotency-in-progress` if the first one takes too long
    <T> Mono<T> once(
            Caller.Member caller, String operation, String key, Object request, Class<T> answerType, Mono<T> effect);
}
