/**
 * libcurl's handles, result codes and exceptions. Begin with {@link io.github.curlffm.Easy}.
 *
 * <p>No method takes or returns null unless its documentation says so.
 */
package io.github.curlffm;
