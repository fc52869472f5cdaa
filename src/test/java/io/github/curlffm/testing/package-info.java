/**
 * Peers and tools for all tests.
 *
 * <p>A <i>peer</i> is a server on a free port of the loopback address. A {@code WireServer} is one that says what a
 * <i>script</i> tells it, byte for byte. {@code Needs} skips a test for what the loaded libcurl lacks. {@code ChildJvm} and
 * {@code Child} are programs and scripts in processes of their own. {@code NothingLeft} watches all tests.
 */
package io.github.curlffm.testing;
