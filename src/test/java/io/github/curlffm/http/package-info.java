/** libcurl as a java.net.http.HttpClient. What is the same for the JDK's client is run with both. */
package io.github.curlffm.http;
