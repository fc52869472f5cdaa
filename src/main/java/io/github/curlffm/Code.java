package io.github.curlffm;

/** A result code of libcurl's, from one of its families of functions. */
public sealed interface Code permits CurlCode, CurlMultiCode, CurlShareCode, CurlUrlCode {

    /** {@return libcurl's name without the family's prefix, as in {@code "TIMEDOUT"}} */
    String name();

    /** {@return libcurl's number; {@link Integer#MIN_VALUE} for a code that this version of curl-ffm does not know} */
    int number();
}
