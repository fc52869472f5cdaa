package io.github.curlffm.callback;

import java.util.Arrays;
import java.util.Base64;

/**
 * The public key of an SSH host.
 *
 * @param type the kind of key
 * @param key the key's bytes in SSH's wire format
 */
public record KnownHostKey(Type type, byte[] key) {

    /** The kind of an SSH key. */
    public enum Type {
        /** Not known to libcurl. */
        UNKNOWN,
        /** RSA of SSH 1. */
        RSA1,
        /** RSA. */
        RSA,
        /** DSS. */
        DSS,
        /** ECDSA. */
        ECDSA,
        /** Ed25519. */
        ED25519
    }

    /** {@return the key as in a {@code known_hosts} file} */
    public String base64() {
        return Base64.getEncoder().encodeToString(key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KnownHostKey that && type == that.type && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return type + " " + base64();
    }
}
