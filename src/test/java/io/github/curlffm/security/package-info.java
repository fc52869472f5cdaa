/**
 * What somebody could do who chooses a URL, a value or an answer: each test shows that it is refused, or what is the
 * case instead.
 */
package io.github.curlffm.security;
