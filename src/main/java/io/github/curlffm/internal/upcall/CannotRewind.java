package io.github.curlffm.internal.upcall;

/**
 * What must be sent again, and cannot go back to its beginning. libcurl calls that SEND_FAIL_REWIND, but a READ callback
 * can only tell it to abort: so it is for the handle to say.
 */
public final class CannotRewind extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param cause what a callback threw, or null
     */
    CannotRewind(String message, Exception cause) {
        super(message, cause);
    }
}
