package io.github.curlffm.internal.upcall;

/**
 * Data must be sent again, but cannot go back to their beginning. libcurl has the code SEND_FAIL_REWIND for that, but a
 * READ callback can only abort: so the handle reports this code.
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
