package io.pasar.platform.web;

import java.math.BigInteger;
import java.net.InetAddress;

/// A range of addresses that begin alike, as `10.0.0.0/8` or `fd00::/8`; one address alone is a range too.
///
/// @param first any address of the range
/// @param prefix how many leading bits its addresses share
record Network(InetAddress first, int prefix) {

    /// @throws IllegalArgumentException if the text is no range
    static Network of(String text) {
        int slash = text.indexOf('/');
        InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int bits = first.getAddress().length * Byte.SIZE;
        int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException(text + ": the part after / must be from 0 to " + bits);
        }
        return new Network(first, prefix);
    }

    boolean contains(InetAddress address) {
        byte[] theirs = address.getAddress();
        byte[] ours = first.getAddress();
        return theirs.length == ours.length && leading(theirs).equals(leading(ours));
    }

    private BigInteger leading(byte[] address) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - prefix);
    }
}
