/**
 * The callbacks: one functional interface for each callback type of libcurl, with the records and enums that it
 * receives and returns.
 *
 * <p>Every callback may throw anything. The exception ends the transfer where libcurl allows that, later callbacks of
 * the handle are skipped, and the exception reaches whoever called into libcurl: an {@link java.lang.Error} as it is,
 * everything else as the cause of a {@link io.github.curlffm.CallbackException}.
 */
package io.github.curlffm.callback;
