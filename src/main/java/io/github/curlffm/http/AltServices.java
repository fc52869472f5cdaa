package io.github.curlffm.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where servers have said that they speak HTTP/3. */
final class AltServices {

    private static final Pattern HTTP_3 =
            Pattern.compile("\\s*h3=\"([^\":]{0,255}|\\[[^\"]{2,45}\\]):([0-9]{1,5})\"(.{0,200})");
    private static final Pattern MAX_AGE = Pattern.compile(";\\s*ma=([0-9]{1,9})");
    private static final long DAY = TimeUnit.DAYS.toSeconds(1);
    private static final int MOST = 1000;

    /** A place, and until when it is good. */
    private record Service(String host, int port, long end) {}

    private final Map<String, Service> services = new ConcurrentHashMap<>();

    /** Takes note of what a server says of itself, over TLS. */
    void learn(URI uri, List<String> fields) {
        if (fields.isEmpty() || !uri.getScheme().equalsIgnoreCase("https")) {
            return;
        }
        String origin = Logins.server(uri);
        services.remove(origin);
        for (String field : fields) {
            for (String service : field.split(",")) {
                Matcher http3 = HTTP_3.matcher(service);
                if (http3.matches() && services.size() < MOST) {
                    Matcher age = MAX_AGE.matcher(http3.group(3));
                    long seconds = age.find() ? Long.parseLong(age.group(1)) : DAY;
                    String host = http3.group(1).isEmpty() ? uri.getHost() : http3.group(1);
                    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
                    services.putIfAbsent(origin, new Service(host, Integer.parseInt(http3.group(2)), end));
                }
            }
        }
    }

    /** {@return what CONNECT_TO takes to go there; null if there is no such place} */
    String connectTo(URI uri) {
        String origin = Logins.server(uri);
        Service service = services.get(origin);
        if (service != null && service.end - System.nanoTime() < 0) {
            services.remove(origin, service);
            return null;
        }
        return service == null ? null : "::" + service.host + ":" + service.port;
    }

    /** It was not there. */
    void forget(URI uri) {
        services.remove(Logins.server(uri));
    }
}
