package io.github.curlffm.http;

import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.Optional;

/** What java.net.http has since a later JDK than this is compiled for. */
final class NewerJdk {

    private static final int TIMEOUT_COVERS_BODY = 26;
    private static final Optional<Version> HTTP_3 = Arrays.stream(Version.values())
            .filter(version -> version.name().equals("HTTP_3"))
            .findAny();

    private NewerJdk() {}

    /** {@return HTTP/3} Since JDK 26. */
    static Optional<Version> http3() {
        return HTTP_3;
    }

    static boolean isHttp3(Version version) {
        return HTTP_3.isPresent() && HTTP_3.get() == version;
    }

    /** {@return whether the timeout of a request ends when its body has been received}; before JDK 26 it ended with the head. */
    static boolean timeoutCoversBody() {
        return Runtime.version().feature() >= TIMEOUT_COVERS_BODY;
    }

    /** {@return the name of the request's HttpOption H3_DISCOVERY; empty if it has none} Since JDK 26. */
    static String http3Discovery(HttpRequest request) {
        if (HTTP_3.isEmpty()) {
            return "";
        }
        try {
            Class<?> type = Class.forName("java.net.http.HttpOption");
            Object key = type.getField("H3_DISCOVERY").get(null);
            Optional<?> value =
                    (Optional<?>) HttpRequest.class.getMethod("getOption", type).invoke(request, key);
            return value.map(Object::toString).orElse("");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a JDK with HTTP_3 and without HttpOption", e);
        }
    }
}
