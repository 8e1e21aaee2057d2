package io.pasar.community.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/// Whose limit a request counts against.
class ClientAddressTest {

    @Test
    void isTheAddressForVersionFour() throws UnknownHostException {
        assertThat(subject("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void isTheNetworkForVersionSix() throws UnknownHostException {
        assertThat(subject("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(subject("2001:db8:1:2:ffff::1"))
                .isNotEqualTo(subject("2001:db8:1:3::1"));
    }

    @Test
    void isUnknownWithoutAConnection() {
        assertThat(ClientAddress.subject(null)).isEqualTo("unknown");
        assertThat(ClientAddress.subject(InetSocketAddress.createUnresolved("example", 1)))
                .isEqualTo("unknown");
    }

    private static String subject(String address) throws UnknownHostException {
        return ClientAddress.subject(new InetSocketAddress(InetAddress.getByName(address), 1));
    }
}
