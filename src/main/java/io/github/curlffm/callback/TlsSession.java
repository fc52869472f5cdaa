package io.github.curlffm.callback;

import io.github.curlffm.option.SslBackend;
import java.lang.foreign.MemorySegment;

/**
 * The TLS session of a transfer, for the TLS library's own functions.
 *
 * <p>{@code internals} points to memory of the TLS library, which is valid as long as the transfer uses the connection:
 * use it in a callback, and do not keep it.
 *
 * @param backend the TLS library, or null if this version of curl-ffm does not know it
 * @param internals the TLS library's structure, such as OpenSSL's {@code SSL *}; its size is 0, and it is
 *     {@link MemorySegment#NULL} if there is no session
 * @see io.github.curlffm.option.Info#TLS_SSL_PTR
 */
public record TlsSession(SslBackend backend, MemorySegment internals) {}
