package io.github.curlffm.http;

import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/**
 * What came of a request.
 *
 * @param connectionLabel asked for since JDK 25
 */
record CurlHttpResponse<T>(
        HttpRequest request,
        int statusCode,
        HttpHeaders headers,
        T body,
        Version version,
        Optional<HttpResponse<T>> previousResponse,
        Optional<SSLSession> sslSession,
        Optional<String> connectionLabel)
        implements HttpResponse<T> {

    @Override
    public URI uri() {
        return request.uri();
    }

    @Override
    public String toString() {
        return "(" + request.method() + " " + request.uri() + ") " + statusCode;
    }
}
