package io.github.curlffm.callback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Gives the trailers of a chunked upload, after the body ({@code TRAILERFUNCTION}). Since libcurl 7.64.0.
 *
 * <p>With libcurl before 8.7.0 a handle can send trailers only once: its next upload would corrupt memory. So there the
 * {@code READFUNCTION} of that upload ends the transfer with {@link IllegalStateException}. {@code Easy.duplicate()}
 * makes a handle that can send trailers.
 *
 * @see <a href="https://curl.se/libcurl/c/CURLOPT_TRAILERFUNCTION.html">CURLOPT_TRAILERFUNCTION</a>
 */
@FunctionalInterface
public interface TrailerCallback {

    /** The result that ends the transfer with {@code ABORTED_BY_CALLBACK}. */
    List<String> ABORT = Collections.unmodifiableList(new ArrayList<>(List.of("ABORT")));

    /**
     * Gives the trailers.
     *
     * @return lines of the form {@code "Name: value"}; null or empty for none; {@link #ABORT} to end the transfer
     * @throws Exception anything; it ends the transfer, and {@code perform} throws it
     */
    List<String> trailers() throws Exception;
}
