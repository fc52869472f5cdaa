/**
 * What nobody should do, done everywhere: nothing may crash, hang or leak, and each call has a documented outcome.
 *
 * <p>A test is a {@code Matrix}: a JVM of its own runs its {@code Cells} one after another and prints what came of
 * each; the test compares that with what is expected. A cell acts on a {@code World}, which has one handle of each
 * kind, all connected. {@code Places} are the callbacks from inside which something can be called. {@code Api} is all
 * that is public, {@code Arguments} and {@code Extremes} are what it is called with, {@code Targets} what it is called
 * on. {@code TooOld} lists what an older libcurl does not have.
 */
package io.github.curlffm.misuse;
