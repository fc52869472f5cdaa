/**
 * Programs for readers, and the tests that run each of them. The programs use nothing but the library and the JDK, so
 * that they can be copied.
 */
package io.github.curlffm.examples;
