/**
 * The callbacks of an easy handle, a class of tests for each. {@code CallbackContract} is what holds for all of them,
 * {@code RepeatedCallbackContract} what holds besides for those that run in each transfer; each class says how to get
 * there.
 *
 * <p>Other words: a <i>harmless</i> lambda lets the transfer go on. {@code HstsWorld} is a pair of servers, one of
 * which says that it is to be asked over HTTPS only. {@code Console} gives a test the standard streams of the JVM.
 */
package io.github.curlffm.callback;
