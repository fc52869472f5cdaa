/**
 * Peers and tools for all tests.
 *
 * <p>A <i>peer</i> is a server on a free port of the loopback address. A {@code WireServer} is one that says what a
 * <i>script</i> tells it, byte for byte. {@code Needs} skips a test for what the loaded libcurl lacks.
 * {@code ChildJvm} and {@code Child} are programs and scripts in processes of their own. {@code Javac} compiles a class
 * that a test has as a string. {@code PausesOnce} is a WRITEFUNCTION.
 *
 * <p>Two extensions of JUnit work for all tests. {@code Closing} makes the peers and handles that a test names as
 * parameters, and closes them after it, with those in its fields. {@code NothingLeft} fails a test that leaves a
 * handle, and a class that leaves a file in the folder of the project.
 */
package io.github.curlffm.testing;
