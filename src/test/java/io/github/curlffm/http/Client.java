package io.github.curlffm.http;

import java.net.http.HttpClient;

/** The clients that keep the same contract. */
enum Client {
    CURL,
    JDK;

    HttpClient.Builder builder() {
        HttpClient.Builder builder = this == CURL ? CurlHttpClient.newBuilder() : HttpClient.newBuilder();
        return builder.proxy(HttpClient.Builder.NO_PROXY);
    }
}
