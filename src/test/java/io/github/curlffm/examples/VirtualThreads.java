package io.github.curlffm.examples;

import static io.github.curlffm.option.Option.*;

import io.github.curlffm.Easy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many transfers at once, each on a virtual thread of its own. */
public final class VirtualThreads {

    private VirtualThreads() {}

    /** Gets a document on many threads at once, several times on each. */
    public static void main(String[] args) throws Exception {
        String url = args[0];
        int count = Integer.parseInt(args[1]);
        int times = 5;
        ProgressBar bar = ProgressBar.inTheConsole();
        // begin
        long begun = System.nanoTime();
        var results = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                results.add(threads.submit(() -> {
                    try (var curl = new Easy()) {
                        curl.set(URL, url).set(FAILONERROR, true).set(WRITEFUNCTION, data -> {});
                        for (int n = 0; n < times; n++) {
                            curl.perform(); // the thread parks while it waits
                            bar.showOneMore("requests", count * times);
                        }
                    }
                    return null;
                }));
            }
            for (var result : results) {
                result.get(); // throws what perform threw
            }
        }
        bar.done();
        long ms = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        System.out.printf("%d requests in %d ms: %d a second%n", count * times, ms, count * times * 1000 / ms);
        // end
    }
}
