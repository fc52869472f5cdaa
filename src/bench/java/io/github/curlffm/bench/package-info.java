/** The benchmarks that {@code scripts/bench} runs. */
package io.github.curlffm.bench;
