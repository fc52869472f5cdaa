/**
 * The callbacks: a functional interface for each callback type of libcurl, and the records and enums that it receives
 * and returns.
 *
 * <p>Every callback may throw any exception. Then the transfer ends where libcurl allows it, and the handle's other
 * callbacks are not called in this transfer. The method that called libcurl throws the exception: an
 * {@link java.lang.Error} itself, everything else as the cause of a {@link io.github.curlffm.CallbackException}.
 */
package io.github.curlffm.callback;
