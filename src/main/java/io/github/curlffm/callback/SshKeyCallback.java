package io.github.curlffm.callback;

/**
 * Decides about an SSH host after its key was looked up in {@code known_hosts} ({@code SSH_KEYFUNCTION}); needs
 * {@code SSH_KNOWNHOSTS}.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSH_KEYFUNCTION.html">CURLOPT_SSH_KEYFUNCTION</a>
 */
@FunctionalInterface
public interface SshKeyCallback {

    /** How the host's key compares with {@code known_hosts}. */
    enum Match {
        /** The same. */
        OK,
        /** The host is known with another key. */
        MISMATCH,
        /** The host is not known. */
        MISSING
    }

    /** The decision. */
    enum Result {
        /** Accept, and add the key to the file. */
        FINE_ADD_TO_FILE,
        /** Accept. */
        FINE,
        /** Refuse: the transfer ends with {@code PEER_FAILED_VERIFICATION}. */
        REJECT,
        /**
         * Refuse, and leave the connection as it is. With libcurl before 8.14.0 it means {@link #REJECT}, since libcurl
         * would call back without end.
         */
        DEFER,
        /** Accept, and replace the key in the file. Since libcurl 7.73.0, with libssh2. */
        FINE_REPLACE
    }

    /**
     * Decides about a host.
     *
     * @param known the key in {@code known_hosts}, or null if there is none
     * @param found the key that the host presents
     * @param match how they compare
     * @return the decision; null means {@link Result#REJECT}
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    Result sshKey(KnownHostKey known, KnownHostKey found, Match match) throws Exception;
}
