package io.github.curlffm;

/**
 * A transfer of a multi that is done.
 *
 * @param easy the transfer's handle; still in the multi
 * @param failure why it failed, or null when it did not; a {@link CallbackException} when one of its callbacks threw,
 *     with the very exception or error as cause
 */
public record Message(Easy easy, CurlException failure) {

    /** {@return the code that the transfer ended with} */
    public CurlCode code() {
        return failure == null ? CurlCode.OK : failure.code();
    }

    /** {@return what a callback of the transfer threw, the very object, or null} */
    public Throwable thrown() {
        return failure == null ? null : failure.getCause();
    }

    /**
     * Does nothing after a success, and throws what {@link Easy#perform} would have thrown after a failure.
     *
     * @throws CurlException when the transfer failed; an error that a callback threw is thrown as it is
     */
    public void orThrow() throws CurlException {
        if (failure != null) {
            throw failure.orError();
        }
    }
}
