/**
 * Memory that libcurl allocates, and handles that nobody closes.
 *
 * <p>A <i>scenario</i> uses libcurl in one way; {@code MemoryScenarios} has all of them. {@code MemoryPrograms} runs
 * them in JVMs of their own with memory callbacks, and {@code MemoryTorture} again and again, with another allocation
 * refused each time. The {@code MemoryLedger} of {@code testing} keeps the books.
 */
package io.github.curlffm.memory;
