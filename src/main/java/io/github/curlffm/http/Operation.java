package io.github.curlffm.http;

/** Something that a client has begun and that has not ended. */
interface Operation {

    /** Ends it. */
    void fail(Throwable thrown);
}
