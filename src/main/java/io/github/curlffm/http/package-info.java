/** libcurl as a {@code java.net.http.HttpClient}; a program that uses this package needs the module java.net.http. */
package io.github.curlffm.http;
