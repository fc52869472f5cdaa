package io.github.curlffm.bench;

/** The libraries for the JVM that curl-ffm is compared with. */
enum Clients {
    JAVA_NET_HTTP("java.net.http", JavaNetHttp::new),
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
        return Contender.java(title, () -> use.with(maker.make(setup)));
    }
}
