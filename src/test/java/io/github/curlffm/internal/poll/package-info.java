/** How threads wait: many on few cores, by each of the pollers. */
package io.github.curlffm.internal.poll;
