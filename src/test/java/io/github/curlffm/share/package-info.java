/**
 * Shares: what handles have in common, the locks around it, and the order in which all of them end.
 * {@code ShareTransfers} is a server that shows which cookies a handle has.
 */
package io.github.curlffm.share;
