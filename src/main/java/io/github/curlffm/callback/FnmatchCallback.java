package io.github.curlffm.callback;

/**
 * Compares a file's name with the pattern of an FTP wildcard transfer ({@code FNMATCH_FUNCTION}, with
 * {@code WILDCARDMATCH}).
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_FNMATCH_FUNCTION.html">CURLOPT_FNMATCH_FUNCTION</a>
 */
@FunctionalInterface
public interface FnmatchCallback {

    /** The result. */
    enum Result {
        /** It matches. */
        MATCH,
        /** It does not. */
        NOMATCH,
        /** The comparison failed; libcurl takes that as "does not match". */
        FAIL;

        /**
         * {@return {@link #MATCH} or {@link #NOMATCH}}
         *
         * @param matches whether it matches
         */
        public static Result of(boolean matches) {
            return matches ? MATCH : NOMATCH;
        }
    }

    /**
     * Compares a name with the pattern.
     *
     * @param pattern the pattern, from the URL
     * @param name the file's name
     * @return the result; never null
     * @throws Exception anything; the file does not match, the next callback that can stop the transfer does, and
     *     {@code perform} throws it
     */
    Result fnmatch(String pattern, String name) throws Exception;
}
