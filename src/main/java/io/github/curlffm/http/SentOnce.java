package io.github.curlffm.http;

/**
 * Sees to it that a request which must not be done twice is not sent twice. libcurl sends one again when its connection was
 * kept from another request and ends without an answer: the server may have seen it all the same.
 */
final class SentOnce {

    private boolean isUnanswered;

    /** A request is about to be sent; {@return whether it may be} After an answer it may: that is one more of a login. */
    boolean begins() {
        boolean again = isUnanswered;
        isUnanswered = true;
        return !again;
    }

    /** Something of an answer has come. */
    void answered() {
        isUnanswered = false;
    }
}
