package io.github.curlffm.callback;

import io.github.curlffm.CurlCode;
import java.lang.foreign.MemorySegment;

/**
 * Receives the TLS library's own context before a connection is made ({@code SSL_CTX_FUNCTION}), for settings that
 * libcurl has no option for.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_SSL_CTX_FUNCTION.html">CURLOPT_SSL_CTX_FUNCTION</a>
 */
@FunctionalInterface
public interface SslCtxCallback {

    /**
     * Changes a TLS context.
     *
     * @param sslCtx the TLS library's structure: {@code SSL_CTX *} (OpenSSL family), {@code WOLFSSL_CTX *} or
     *     {@code mbedtls_ssl_config *}; its size is 0, it is for the TLS library's own functions
     * @return the code to end the transfer with; null or {@link CurlCode#OK} to go on
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    CurlCode sslCtx(MemorySegment sslCtx) throws Exception;
}
