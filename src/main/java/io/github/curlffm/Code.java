package io.github.curlffm;

/** A result code of one of libcurl's families of functions. */
public sealed interface Code permits CurlCode, CurlMultiCode, CurlShareCode, CurlUrlCode {

    /** {@return libcurl's name without the family's prefix, for example {@code "TIMEDOUT"}} */
    String name();

    /** {@return libcurl's number; {@link Integer#MIN_VALUE} for a code that this version of curl-ffm does not know} */
    int number();
}
