package io.github.curlffm.bench;

import io.github.curlffm.http.CurlHttpClient;
import java.net.http.HttpClient;

/** The HTTP clients: one of curl-ffm, and the libraries for the JVM that it is compared with. */
enum Clients {
    CURL_HTTP_CLIENT("CurlHttpClient", setup -> new JavaNetHttp(CurlHttpClient.newBuilder(), setup)),
    JAVA_NET_HTTP("java.net.http", setup -> new JavaNetHttp(HttpClient.newBuilder(), setup)),
    OKHTTP("OkHttp", OkHttp::new),
    APACHE_CLASSIC("HttpClient 5", ApacheClassic::new),
    APACHE_ASYNC("HttpClient 5 async", ApacheAsync::new),
    JETTY("Jetty", JettyHttp::new);

    final String title;
    final Client.Maker maker;

    Clients(String title, Client.Maker maker) {
        this.title = title;
        this.maker = maker;
    }

    /** What is done with a client. */
    @FunctionalInterface
    interface Use {
        Worker with(Client client) throws Exception;
    }

    Contender contender(Client.Setup setup, Use use) {
        Contender.Start start = () -> use.with(maker.make(setup));
        return isOurs() ? Contender.ours(title, start) : Contender.java(title, start);
    }

    boolean isOurs() {
        return this == CURL_HTTP_CLIENT;
    }
}
