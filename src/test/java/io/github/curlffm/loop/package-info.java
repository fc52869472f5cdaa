/**
 * {@code EventLoop}: transfers as futures.
 *
 * <p>A handle is <i>in</i> a loop from {@code start} until its future is done, and <i>out</i> of it then. What
 * <i>depends</i> on a future is what {@code thenApply} and its like make. A {@code Valve} is a peer whose answers wait
 * until it is opened.
 */
package io.github.curlffm.loop;
