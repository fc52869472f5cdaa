/** How threads wait for sockets. */
package io.github.curlffm.internal.poll;
