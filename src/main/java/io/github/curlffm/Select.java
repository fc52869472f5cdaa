package io.github.curlffm;

import io.github.curlffm.option.Constant;

/** What happened to a socket, for {@link Multi#socketAction}: libcurl's {@code CURL_CSELECT_*}. */
public enum Select implements Constant {
    /** It can be read. */
    IN(1),
    /** It can be written. */
    OUT(2),
    /** It has an error. */
    ERR(4);

    private final long value;

    Select(long value) {
        this.value = value;
    }

    @Override
    public long value() {
        return value;
    }
}
