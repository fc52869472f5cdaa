/** URLs: their parts, their flags, the codes of what is refused, and their use by handles. */
package io.github.curlffm.url;
