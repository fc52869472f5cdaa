package io.github.curlffm.callback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Gives the trailing headers of a chunked upload, when the body is done ({@code TRAILERFUNCTION}). Since libcurl
 * 7.64.0.
 *
 * <p>libcurl before 8.7.0 gives trailers once in a handle's life, and would corrupt memory at the handle's next upload:
 * there the next {@code READFUNCTION} ends the transfer with {@link IllegalStateException}. {@code Easy.duplicate()}
 * makes a handle that can.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_TRAILERFUNCTION.html">CURLOPT_TRAILERFUNCTION</a>
 */
@FunctionalInterface
public interface TrailerCallback {

    /** Returned to end the transfer with {@code ABORTED_BY_CALLBACK}. */
    List<String> ABORT = Collections.unmodifiableList(new ArrayList<>(List.of("ABORT")));

    /**
     * Gives the trailers.
     *
     * @return lines of the form {@code "Name: value"}; null or empty for none; {@link #ABORT} to end the transfer
     * @throws Exception anything; it ends the transfer and reaches the caller of {@code perform}
     */
    List<String> trailers() throws Exception;
}
