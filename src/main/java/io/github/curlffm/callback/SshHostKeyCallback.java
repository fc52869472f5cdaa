package io.github.curlffm.callback;

/**
 * Decides about an SSH host by its key alone, without {@code known_hosts} ({@code SSH_HOSTKEYFUNCTION}); only with a
 * libcurl that uses libssh2. Since libcurl 7.84.0.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSH_HOSTKEYFUNCTION.html">CURLOPT_SSH_HOSTKEYFUNCTION</a>
 */
@FunctionalInterface
public interface SshHostKeyCallback {

    /** The decision. */
    enum Result {
        /** Accept. */
        OK,
        /** Refuse: the transfer ends with {@code PEER_FAILED_VERIFICATION}. */
        MISMATCH
    }

    /**
     * Decides about a host.
     *
     * @param key the key that the host presents
     * @return the decision; null means {@link Result#MISMATCH}
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    Result sshHostKey(KnownHostKey key) throws Exception;
}
