package io.github.curlffm.testing;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;

/**
 * A program for {@link ChildJvm}: says which libcurl it loaded and in which module the library is, and reads the URL of
 * its argument through a callback; or says why it cannot, each time that it tries.
 *
 * <p>It lies outside the packages of the library, so that it can run with the library as a module.
 */
public final class LoadsLibcurl {

    private LoadsLibcurl() {}

    /** Tries twice: what cannot be loaded the first time must not be in a worse state the second time. */
    public static void main(String[] arguments) {
        for (int i = 0; i < 2; i++) {
            try {
                System.out.println("loaded " + Curl.version().version() + " in " + Curl.class.getModule());
                for (String url : arguments) {
                    transfer(url);
                }
            } catch (Exception | LinkageError e) {
                System.out.println(e.getClass().getName() + ": " + e.getMessage());
            }
        }
    }

    private static void transfer(String url) throws Exception {
        try (Easy easy = new Easy()) {
            easy.set(Option.URL, url)
                    .set(Option.WRITEFUNCTION, body -> System.out.writeBytes(body))
                    .perform();
            System.out.println("transferred " + easy.get(Info.SIZE_DOWNLOAD_T));
        }
    }
}
