package io.github.curlffm.callback;

import io.github.curlffm.CurlCode;
import java.time.Instant;

/**
 * Receives the TLS sessions of a handle's share or multi, one per call ({@code Easy.sslsExport}). Since libcurl 8.12.0.
 *
 * @see <a href="https://curl.se/libcurl/c/curl_easy_ssls_export.html">curl_easy_ssls_export</a>
 */
@FunctionalInterface
public interface SslsExportCallback {

    /**
     * A TLS session.
     *
     * @param sessionKey libcurl's name of the session, which begins with the host; null if the session was imported
     *     without it
     * @param shmac a salted hash of the key; with it the session can be imported without the key
     * @param data the session, in libcurl's own form; a secret
     * @param validUntil when it ends
     * @param ietfTlsId the TLS version, for example 0x0304 for TLS 1.3
     * @param alpn the negotiated protocol, or null
     * @param earlyDataMax the number of bytes that may be sent before the handshake is done
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
     * @return the code to end the export with; null or {@link CurlCode#OK} to go on
     * @throws Exception anything; it ends the export, and {@code sslsExport} throws it
     */
    CurlCode sslsExport(Session session) throws Exception;
}
