/** Text between Java and C: charsets, what no charset can write, the names of files and hosts, times. */
package io.github.curlffm.text;
