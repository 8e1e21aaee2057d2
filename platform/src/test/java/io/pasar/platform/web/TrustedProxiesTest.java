package io.pasar.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final TrustedProxies PROXIES = TrustedProxies.of(List.of("10.0.0.0/8", "fd00::/8", "192.0.2.7"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.2.3     | 203.0.113.9                      | 203.0.113.9",
                "10.1.2.3     | 6.6.6.6, 203.0.113.9             | 203.0.113.9",
                "10.1.2.3     | 10.6.6.6, 203.0.113.9            | 203.0.113.9",
                "10.1.2.3     | 6.6.6.6, 203.0.113.9, 10.9.9.9   | 203.0.113.9",
                "10.1.2.3     | 6.6.6.6, 203.0.113.9, 192.0.2.7  | 203.0.113.9",
                "10.1.2.3     | 203.0.113.9:4711                 | 203.0.113.9",
                "fd00::1      | [2001:db8::5]:4711               | 2001:db8:0:0:0:0:0:5",
                "fd00::1      | 2001:db8::5                      | 2001:db8:0:0:0:0:0:5",
                "10.1.2.3     | 10.4.4.4                         | 10.4.4.4",
            })
    void takesTheLastAddressThatIsNoProxys(String peer, String header, String caller) {
        assertThat(PROXIES.caller(InetAddress.ofLiteral(peer), List.of(header)).getHostAddress())
                .isEqualTo(caller);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.66", "192.0.2.8", "2001:db8::1", "fc00::1"})
    void believesNobodyElse(String peer) {
        InetAddress address = InetAddress.ofLiteral(peer);

        assertThat(PROXIES.caller(address, List.of("6.6.6.6"))).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "localhost",
                "_hidden",
                "999.1.1.1",
                "6.6.6.6,",
                "[",
                "[]",
                "203.0.113.9, evil.example"
            })
    void keepsToTheProxyWhereItsWordIsNoAddress(String header) {
        InetAddress proxy = InetAddress.ofLiteral("10.1.2.3");

        assertThat(PROXIES.caller(proxy, List.of(header))).isEqualTo(proxy);
    }

    @Test
    void readsSeveralLinesAsOne() {
        assertThat(PROXIES.caller(InetAddress.ofLiteral("10.1.2.3"), List.of("6.6.6.6", "203.0.113.9, 10.2.2.2")))
                .isEqualTo(InetAddress.ofLiteral("203.0.113.9"));
    }

    @Test
    void trustsNobodyByItself() {
        InetAddress peer = InetAddress.ofLiteral("127.0.0.1");

        assertThat(TrustedProxies.of(List.of()).caller(peer, List.of("6.6.6.6")))
                .isEqualTo(peer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "proxy.example", "10.0.0.0/", "::1/129", ""})
    void refusesWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(text))).isInstanceOf(IllegalArgumentException.class);
    }
}
