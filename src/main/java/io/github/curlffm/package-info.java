/**
 * libcurl's handles: {@link io.github.curlffm.Easy} and what goes with it.
 *
 * <p>No method takes or returns null unless its documentation says so.
 */
package io.github.curlffm;
