package io.github.curlffm.callback;

/**
 * The old form of {@link SeekCallback}, which only rewinds ({@code IOCTLFUNCTION}); ignored by libcurl while
 * {@code SEEKFUNCTION} is set.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_IOCTLFUNCTION.html">CURLOPT_IOCTLFUNCTION</a>
 */
@FunctionalInterface
public interface IoctlCallback {

    /** What libcurl asks for. */
    enum Command {
        /** Nothing. */
        NOP,
        /** Begin again: the next read gives the first byte. */
        RESTARTREAD
    }

    /** The result of the request. */
    enum Result {
        /** Done. */
        OK,
        /** The command is not known. */
        UNKNOWNCMD,
        /** The data cannot be read again. */
        FAILRESTART
    }

    /**
     * Carries out a command.
     *
     * @param command what libcurl asks for
     * @return the result; never null
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    Result ioctl(Command command) throws Exception;
}
