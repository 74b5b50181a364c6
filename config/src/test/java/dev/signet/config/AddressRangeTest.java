package dev.signet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,     10.255.0.1,          true",
        "10.0.0.0/8,     11.0.0.0,            false",
        "10.0.0.0/8,     9.255.255.255,       false",
        "192.168.4.0/22, 192.168.7.255,       true",
        "192.168.4.0/22, 192.168.8.0,         false",
        "127.0.0.1,      127.0.0.1,           true",
        "127.0.0.1,      127.0.0.2,           false",
        "0.0.0.0/0,      203.0.113.9,         true",
        "0.0.0.0/0,      2001:db8::1,         false",
        "2001:db8::/32,  2001:db8:ffff::1,    true",
        "2001:db8::/32,  2001:db9::1,         false",
        "::1,            ::1,                 true",
        "::/0,           10.0.0.1,            false",
        "10.0.0.0/8,     ::ffff:10.1.2.3,     true"
    })
    void a_range_contains_what_shares_its_prefix(String range, String address, boolean contained) {
        assertThat(AddressRange.parse(range).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.1/8",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "/8",
                "10.1",
                "1/8",
                "10.0.0.0/08",
                "[::1]",
                "fe80::1%lo",
                "10.0.0.0/8/8",
                "2001:db8::1/32",
                "::/129",
                "10.0.0.0/8 "
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
