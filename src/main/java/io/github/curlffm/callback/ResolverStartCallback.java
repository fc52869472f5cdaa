package io.github.curlffm.callback;

import java.lang.foreign.MemorySegment;

/**
 * Called before a host name is looked up ({@code RESOLVER_START_FUNCTION}).
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_RESOLVER_START_FUNCTION.html">CURLOPT_RESOLVER_START_FUNCTION</a>
 */
@FunctionalInterface
public interface ResolverStartCallback {

    /** Whether to start the lookup. */
    enum Result {
        /** Go on. */
        OK,
        /**
         * End the transfer with {@code ABORTED_BY_CALLBACK}; before libcurl 8.18.0 with {@code COULDNT_RESOLVE_HOST}.
         */
        ABORT
    }

    /**
     * Decides whether the lookup starts.
     *
     * @param resolverState the resolver's own structure: {@code ares_channel} with c-ares. With other resolvers it has
     *     no use, and is {@link MemorySegment#NULL} in some versions of libcurl
     * @return whether to go on; null means {@link Result#OK}
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    Result resolverStart(MemorySegment resolverState) throws Exception;
}
