/** What users do not see: how libcurl is found, bound and laid out in memory. */
package io.github.curlffm.internal;
