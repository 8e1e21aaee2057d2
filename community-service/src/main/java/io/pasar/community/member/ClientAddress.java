package io.pasar.community.member;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Whose limit a request counts against: the IPv4 address, or the /64 network of an IPv6 address, because one
/// subscriber has a whole /64 to choose from.
public final class ClientAddress {

    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /// The subject for rate limits; `unknown` if the connection has no address, as in tests without a socket.
    public static String subject(@Nullable InetSocketAddress remote) {
        InetAddress address = remote == null ? null : remote.getAddress();
        if (address == null) {
            return "unknown";
        }
        if (address instanceof Inet6Address) {
            return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64";
        }
        return address.getHostAddress();
    }
}
