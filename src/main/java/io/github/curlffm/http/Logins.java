package io.github.curlffm.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The logins of one client that have worked, by whom they are for. */
final class Logins {

    private final Map<String, Login> known = new ConcurrentHashMap<>();

    /** {@return what stands for the server of a URI} */
    static String server(URI uri) {
        return (uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort()).toLowerCase(Locale.ROOT);
    }

    /** {@return what stands for a proxy} */
    static String proxy(InetSocketAddress address) {
        return "proxy " + address.getHostString() + ":" + address.getPort();
    }

    /** {@return the login, or null} */
    Login of(String whom) {
        return known.get(whom);
    }

    void add(String whom, Login login) {
        known.put(whom, login);
    }

    void remove(String whom, Login login) {
        known.remove(whom, login);
    }
}
