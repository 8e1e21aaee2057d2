package io.pasar.community.member;

import io.pasar.kernel.event.MemberRegistered;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.MemberId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.event.Outbox;
import io.pasar.platform.idempotency.KeyHash;
import io.pasar.platform.limit.RateLimiter;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Signs members up and finds them.
@Service
public class MemberService {

    private final MemberStore store;
    private final PasswordService passwords;
    private final ReferralCodeGate codes;
    private final FollowCountsProvider follows;
    private final RateLimiter limiter;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;

    MemberService(
            MemberStore store,
            PasswordService passwords,
            ReferralCodeGate codes,
            FollowCountsProvider follows,
            RateLimiter limiter,
            Outbox outbox,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.codes = codes;
        this.follows = follows;
        this.limiter = limiter;
        this.outbox = outbox;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /// Signs somebody up. Cheap refusals come before the expensive hash; the handle is decided by the insert.
    /// Must not run inside a transaction, because hashes wait for each other.
    ///
    /// @param key of the request, if it has one; a repeat whose first answer was lost finds the member by it
    /// @param address where the request came from, for throttling
    Mono<OwnProfile> signUp(SignUpRequest request, @Nullable String key, String address) {
        Optional<Problem> objection = SignUpRules.objection(request).map(error -> Problem.invalid(List.of(error)));
        if (objection.isPresent()) {
            return Mono.error(objection.get());
        }
        String requestHash = key == null ? null : KeyHash.of(key);
        return limiter.acquire(MemberLimit.SIGN_UP, address)
                .then(Mono.defer(() -> signedUpBy(request, requestHash)))
                .switchIfEmpty(Mono.defer(() -> signUpNow(request, requestHash)));
    }

    private Mono<OwnProfile> signedUpBy(SignUpRequest request, @Nullable String requestHash) {
        return requestHash == null
                ? Mono.empty()
                : store.signedUpBy(SignUpRules.handle(request.handle()), requestHash)
                        .map(member -> OwnProfile.of(member, FollowStanding.NEW));
    }

    private Mono<OwnProfile> signUpNow(SignUpRequest request, @Nullable String requestHash) {
        return requireFreeHandle(request)
                .then(Mono.defer(() -> requireKnownCode(request)))
                .then(Mono.defer(() -> passwords.hash(request.password())))
                .flatMap(hash -> register(request, requestHash, hash));
    }

    private Mono<Void> requireFreeHandle(SignUpRequest request) {
        return store.isTaken(SignUpRules.handle(request.handle()))
                .flatMap(taken -> taken ? Mono.error(handleTaken()) : Mono.empty());
    }

    private Mono<Void> requireKnownCode(SignUpRequest request) {
        String code = request.referralCode();
        if (code == null || code.isBlank()) {
            return Mono.empty();
        }
        return codes.isKnown(code)
                .flatMap(known -> known
                        ? Mono.empty()
                        : Mono.error(Problem.invalid(
                                "/referralCode", "must be the code of a member; leave it out if there is none")));
    }

    private Mono<OwnProfile> register(SignUpRequest request, @Nullable String requestHash, String passwordHash) {
        Member member = SignUpRules.draft(new MemberId(ids.next()), request, clock.instant());
        return store.insert(member, passwordHash, requestHash)
                .flatMap(stored -> stored ? outbox.append(registered(member, request)) : Mono.error(handleTaken()))
                .as(transaction::transactional)
                .thenReturn(OwnProfile.of(member, FollowStanding.NEW));
    }

    private static MemberRegistered registered(Member member, SignUpRequest request) {
        return new MemberRegistered(member.id(), member.handle(), request.referralCode(), member.createdAt());
    }

    private static Problem handleTaken() {
        return MemberProblem.HANDLE_TAKEN.because("Choose another handle; this one belongs to somebody.");
    }

    /// The member whose credentials these are, or empty. Takes as long for an unknown handle as for a wrong
    /// password.
    public Mono<Member> authenticate(String handle, Password password) {
        return store.credentials(SignUpRules.handle(handle))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> checked(found, password));
    }

    private Mono<Member> checked(Optional<StoredCredentials> found, Password password) {
        return passwords
                .matches(password, found.map(StoredCredentials::passwordHash))
                .filter(matched -> matched)
                .flatMap(_ -> Mono.justOrEmpty(found.map(StoredCredentials::member)));
    }

    /// The member, or empty.
    public Mono<Member> find(MemberId id) {
        return store.find(id);
    }

    /// The member, or a `not-found` problem.
    public Mono<Member> require(MemberId id) {
        return store.find(id)
                .switchIfEmpty(Mono.error(() -> CommonProblem.NOT_FOUND.because("There is no member with this id.")));
    }

    /// The caller as a member of this community. A token of another issuer proves who somebody is, not that
    /// they have signed up here.
    public Mono<Member> requireSignedUp(Caller caller) {
        return Mono.fromSupplier(caller::requireMember)
                .flatMap(member -> store.find(member.id()))
                .switchIfEmpty(Mono.error(() -> CommonProblem.FORBIDDEN.because(
                        "Your token is valid, but you have not signed up here: POST /community/v1/members first.")));
    }

    Mono<OwnProfile> own(Caller caller) {
        return requireSignedUp(caller)
                .zipWhen(member -> follows.standing(member.id(), caller))
                .map(pair -> OwnProfile.of(pair.getT1(), pair.getT2()));
    }

    Mono<PublicProfile> profile(MemberId id, Caller caller) {
        return require(id)
                .zipWith(follows.standing(id, caller))
                .map(pair -> PublicProfile.of(pair.getT1(), pair.getT2()));
    }
}
