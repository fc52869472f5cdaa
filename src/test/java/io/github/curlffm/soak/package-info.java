/**
 * Random programs against a hostile server, in JVMs of their own, for as long as one likes: {@code scripts/soak}. Some
 * of them run in the suite.
 *
 * <p>A {@code Program} is made from a seed. Its <i>actors</i>, threads and lambdas, do <i>operations</i> on handles
 * that lie in {@code Slots}, which are bounded pools. A {@code Deed} is what a lambda does besides giving its answer.
 * A {@code Mark} is an exception that a lambda throws, and that must arrive somewhere. {@code Documented} knows which
 * outcomes are in order; the {@code Report} counts them. {@code HostilePeer} is the server, {@code Leaks} the same
 * transfer many times over.
 */
package io.github.curlffm.soak;
