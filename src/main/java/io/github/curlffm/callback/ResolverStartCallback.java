package io.github.curlffm.callback;

import java.lang.foreign.MemorySegment;

/**
 * Called before a host name is looked up ({@code RESOLVER_START_FUNCTION}).
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_RESOLVER_START_FUNCTION.html">CURLOPT_RESOLVER_START_FUNCTION</a>
 */
@FunctionalInterface
public interface ResolverStartCallback {

    /** Whether to look the name up. */
    enum Result {
        /** Go on. */
        OK,
        /** End the transfer: with {@code COULDNT_RESOLVE_HOST} before libcurl 8.18.0, then {@code ABORTED_BY_CALLBACK}. */
        ABORT
    }

    /**
     * Decides whether the look-up begins.
     *
     * @param resolverState the resolver's own structure: {@code ares_channel} with c-ares; without, of no use, and
     *     {@link MemorySegment#NULL} or not depending on libcurl's version
     * @return whether to go on; null means {@link Result#OK}
     * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
     */
    Result resolverStart(MemorySegment resolverState) throws Exception;
}
