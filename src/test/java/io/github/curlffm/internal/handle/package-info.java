/** Who may call, and what it takes to be called. */
package io.github.curlffm.internal.handle;
