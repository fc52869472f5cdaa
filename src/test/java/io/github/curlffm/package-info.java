/**
 * The few tests that need what only this package of the library can see; each says what that is. All others lie in the
 * package below that is named after what they test.
 */
package io.github.curlffm;
