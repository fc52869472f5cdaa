package io.github.curlffm.callback;

import io.github.curlffm.CurlCode;
import java.lang.foreign.MemorySegment;

/**
 * Receives the TLS backend's own context before a connection is made ({@code SSL_CTX_FUNCTION}), for settings that
 * libcurl has no option for.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_CTX_FUNCTION.html">CURLOPT_SSL_CTX_FUNCTION</a>
 */
@FunctionalInterface
public interface SslCtxCallback {

    /**
     * Changes a TLS context.
     *
     * @param sslCtx the backend's structure: {@code SSL_CTX *} (OpenSSL family), {@code WOLFSSL_CTX *} or
     *     {@code mbedtls_ssl_config *}; of size 0, for the backend's own functions
     * @return the code that the transfer shall end with; null or {@link CurlCode#OK} to go on
     * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
     */
    CurlCode sslCtx(MemorySegment sslCtx) throws Exception;
}
