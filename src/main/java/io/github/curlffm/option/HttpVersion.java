package io.github.curlffm.option;

/** HTTP versions to ask for: the values of {@link Option#HTTP_VERSION}. */
public enum HttpVersion implements Constant {
    /** Leaves it to libcurl. */
    NONE(0),
    /** HTTP/1.0. */
    HTTP_1_0(1),
    /** HTTP/1.1. */
    HTTP_1_1(2),
    /** HTTP/2 if the server agrees, by upgrade without TLS and by ALPN with it; otherwise HTTP/1.1. */
    HTTP_2(3),
    /** HTTP/2 over TLS if the server agrees; otherwise, and without TLS, HTTP/1.1. */
    HTTP_2TLS(4),
    /**
     * HTTP/2 from the first byte without TLS, for servers that are known to support it; over TLS, only HTTP/2 is
     * offered (8.10.0).
     */
    HTTP_2_PRIOR_KNOWLEDGE(5),
    /** HTTP/3 if the server can be reached by it, otherwise an earlier version. Since libcurl 7.66.0. */
    HTTP_3(30),
    /** HTTP/3 and nothing else. Since libcurl 7.88.0. */
    HTTP_3ONLY(31);

    private final long number;

    HttpVersion(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }

    /**
     * {@return the name of the feature that libcurl must be built with, {@code "HTTP2"} or {@code "HTTP3"}, or null if each
     * libcurl has the version}
     *
     * @see io.github.curlffm.Curl.Version#features()
     */
    public String feature() {
        return switch (this) {
            case NONE, HTTP_1_0, HTTP_1_1 -> null;
            case HTTP_2, HTTP_2TLS, HTTP_2_PRIOR_KNOWLEDGE -> "HTTP2";
            case HTTP_3, HTTP_3ONLY -> "HTTP3";
        };
    }
}
