/**
 * What a network, a disk and a JVM can do to a transfer: cut it, stall it, interrupt it, end. {@code Faults} performs
 * such a transfer by itself and in a multi, and asks the same handle for a proper one afterwards.
 */
package io.github.curlffm.faults;
