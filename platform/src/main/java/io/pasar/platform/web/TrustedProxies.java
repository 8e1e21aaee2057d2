package io.pasar.platform.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The proxies whose word about callers is believed.
///
/// Each proxy adds at the end of `X-Forwarded-For` whom it was called by. So the header is read from its end,
/// as long as the one who wrote is trusted: the first address that is not a proxy's is the caller's, and what
/// stands before it is what the caller claims.
///
/// @param networks where they are; none trusts nobody
record TrustedProxies(List<Network> networks) {

    /// @throws IllegalArgumentException if one is no range of addresses
    static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(networks.stream().map(Network::of).toList());
    }

    boolean isEmpty() {
        return networks.isEmpty();
    }

    boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /// Who called, as far as it is known for sure.
    ///
    /// @param peer the other end of the connection
    /// @param forwardedFor the lines of `X-Forwarded-For`, in their order
    InetAddress caller(InetAddress peer, List<String> forwardedFor) {
        List<String> hops = forwardedFor.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .toList();
        InetAddress caller = peer;
        for (String hop : hops.reversed()) {
            Optional<InetAddress> before = trusts(caller) ? address(hop.strip()) : Optional.empty();
            if (before.isEmpty()) {
                return caller;
            }
            caller = before.get();
        }
        return caller;
    }

    /// Literal addresses only, with or without a port; names are never looked up.
    private static Optional<InetAddress> address(String hop) {
        try {
            return Optional.of(InetAddress.ofLiteral(withoutPort(hop)));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[") && hop.contains("]")) {
            return hop.substring(1, hop.indexOf(']'));
        }
        boolean port = hop.contains(".") && hop.indexOf(':') > 0 && hop.indexOf(':') == hop.lastIndexOf(':');
        return port ? hop.substring(0, hop.indexOf(':')) : hop;
    }
}
