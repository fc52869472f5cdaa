package io.github.curlffm.callback;

import java.net.SocketAddress;
import java.util.HexFormat;

/** A socket address that Java has no class for, as the bytes of its C structure. */
public final class OtherAddress extends SocketAddress {
    private static final long serialVersionUID = 1L;
    private static final int FAMILY_SIZE = 2;

    /** The {@code struct sockaddr}. */
    private final byte[] bytes;

    /**
     * Wraps the bytes of a {@code struct sockaddr}.
     *
     * @param bytes the structure, including the family; copied
     * @throws IllegalArgumentException if the structure is too short for a family
     */
    public OtherAddress(byte[] bytes) {
        if (bytes.length < FAMILY_SIZE) {
            throw new IllegalArgumentException("a struct sockaddr begins with the " + FAMILY_SIZE
                    + " bytes of its family; this one has " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    /** {@return the bytes of the {@code struct sockaddr}, including the family} */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "sockaddr " + HexFormat.of().formatHex(bytes);
    }
}
