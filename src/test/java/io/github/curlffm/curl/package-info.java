/** libcurl as a whole: {@code Curl}, its versions and features, its codes, and what it traces. */
package io.github.curlffm.curl;
