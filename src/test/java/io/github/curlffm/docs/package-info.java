/**
 * What README and its neighbours say, against what is there: programs are compiled and run, names are looked up.
 *
 * <p>{@code Readme} is a Markdown file taken apart into its <i>blocks</i>: what stands between fences, with the
 * heading above it. A {@code Program} is such a block, completed to a class. {@code ReadmePeers} are the servers that
 * the programs are led to in place of the real ones.
 */
package io.github.curlffm.docs;
