package io.github.curlffm.callback;

import io.github.curlffm.CurlCode;
import java.time.Instant;

/**
 * Receives the TLS sessions that a handle knows, one a call ({@code Easy.sslsExport}). Since libcurl 8.12.0.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_ssls_export.html">curl_easy_ssls_export</a>
 */
@FunctionalInterface
public interface SslsExportCallback {

    /**
     * A TLS session.
     *
     * @param sessionKey what it is for, as libcurl writes it: it begins with the host; null for a session that was
     *     imported without it
     * @param shmac a salted hash of the key: with it the session can be imported without telling the key
     * @param data the session, in libcurl's own form; a secret
     * @param validUntil when it ends
     * @param ietfTlsId the TLS version, as in 0x0304 for TLS 1.3
     * @param alpn the protocol that was agreed on, or null
     * @param earlyDataMax how many bytes may be sent before the handshake is done
     */
    record Session(
            String sessionKey,
            byte[] shmac,
            byte[] data,
            Instant validUntil,
            int ietfTlsId,
            String alpn,
            long earlyDataMax) {}

    /**
     * Takes a session.
     *
     * @param session the session
     * @return the code that the export shall end with; null or {@link CurlCode#OK} to go on
     * @throws Exception anything; it ends the export and reaches its caller
     */
    CurlCode sslsExport(Session session) throws Exception;
}
