/** How libcurl's calls find the lambda they are for, and where an exception goes that comes of one. */
package io.github.curlffm.internal.upcall;
