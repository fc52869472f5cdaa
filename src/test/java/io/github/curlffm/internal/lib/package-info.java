/** How libcurl is found and loaded. */
package io.github.curlffm.internal.lib;
