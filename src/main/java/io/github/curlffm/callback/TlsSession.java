package io.github.curlffm.callback;

import io.github.curlffm.option.SslBackend;
import java.lang.foreign.MemorySegment;

/**
 * The TLS session of a transfer, for the TLS library's own functions.
 *
 * <p>What {@code internals} points to belongs to the TLS library and lasts as long as the connection is the transfer's:
 * use it in a callback, and do not keep it.
 *
 * @param backend the TLS library, null when this version of curl-ffm does not know it
 * @param internals the TLS library's structure, such as OpenSSL's {@code SSL *}; of size 0, and
 *     {@link MemorySegment#NULL} when there is no session
 * @see io.github.curlffm.option.Info#TLS_SSL_PTR
 */
public record TlsSession(SslBackend backend, MemorySegment internals) {}
