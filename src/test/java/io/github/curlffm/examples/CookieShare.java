package io.github.curlffm.examples;

import static io.github.curlffm.option.Option.*;

import io.github.curlffm.Easy;
import io.github.curlffm.Share;
import io.github.curlffm.option.LockData;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Cookies that several threads have in common. */
public final class CookieShare {

    private CookieShare() {}

    /** Logs in at the first URL, and then fetches the others as who has logged in, each in a thread of its own. */
    public static void main(String[] args) throws Exception {
        // begin
        try (var share = new Share(LockData.COOKIE, LockData.DNS);
                var threads = Executors.newCachedThreadPool()) {
            fetch(share, args[0]);
            var pages = new ArrayList<Future<String>>();
            for (int i = 1; i < args.length; i++) {
                String url = args[i];
                pages.add(threads.submit(() -> fetch(share, url)));
            }
            for (Future<String> page : pages) {
                System.out.println(page.get());
            }
        }
        // end
    }

    private static String fetch(Share share, String url) throws Exception {
        var body = new ByteArrayOutputStream();
        try (var curl = new Easy()) {
            curl.set(SHARE, share)
                    .set(COOKIEFILE, "") // switches cookies on, and reads no file
                    .set(URL, url)
                    .set(WRITEFUNCTION, data -> body.writeBytes(data))
                    .perform();
        }
        return body.toString();
    }
}
