package io.github.curlffm;

/**
 * A finished transfer of a multi.
 *
 * @param easy the handle of the transfer; it is still in the multi
 * @param failure why the transfer failed, or null if it succeeded; a {@link CallbackException} if a callback of it
 *     threw: the cause is that exception or error
 */
public record Message(Easy easy, CurlException failure) {

    /** {@return the result code of the transfer} */
    public CurlCode code() {
        return failure == null ? CurlCode.OK : failure.code();
    }

    /** {@return the exception or error that a callback of the transfer threw, or null} */
    public Throwable thrown() {
        return failure == null ? null : failure.getCause();
    }

    /**
     * Throws what {@link Easy#perform} would have thrown. After a success it does nothing.
     *
     * @throws CurlException if the transfer failed; an {@link Error} that a callback threw is thrown itself
     */
    public void orThrow() throws CurlException {
        if (failure != null) {
            throw failure.orError();
        }
    }
}
