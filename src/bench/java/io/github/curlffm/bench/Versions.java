package io.github.curlffm.bench;

import io.github.curlffm.Curl;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.util.VersionInfo;

/** What took part, by its version. */
final class Versions {

    private Versions() {}

    static String all() throws Exception {
        List<String> all = new ArrayList<>();
        all.add("JDK " + Runtime.version());
        all.add("libcurl " + Curl.version().version());
        if (Processes.hasCurl()) {
            all.add("curl "
                    + Processes.output(System.getProperty("bench.curl"), "--version")
                            .split(" ")[1]);
        }
        if (Processes.hasPycurl()) {
            all.add(Processes.output(Processes.pycurlCommand("version"))
                    .split(" ")[0]
                    .replace('/', ' '));
        }
        all.add("OkHttp " + okhttp3.OkHttp.VERSION);
        all.add("HttpClient "
                + VersionInfo.loadVersionInfo("org.apache.hc.client5", Versions.class.getClassLoader())
                        .getRelease());
        all.add("Jetty " + org.eclipse.jetty.util.Jetty.VERSION);
        all.add("nginx " + System.getProperty("bench.nginx"));
        return String.join(", ", all) + "; " + System.getProperty("os.name") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores for client and server";
    }
}
