package io.github.curlffm.examples;

import static io.github.curlffm.option.Option.*;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import java.io.ByteArrayInputStream;

/** A callback for the progress of a download and an upload. */
public final class Progress {

    private Progress() {}

    /** Downloads a document, then uploads a megabyte, and follows both. */
    public static void main(String[] args) throws CurlException {
        String url = args[0];
        byte[] megabyte = new byte[1_000_000];
        ProgressBar bar = ProgressBar.inTheConsole();
        // begin
        try (var curl = new Easy()) {
            curl.set(URL, url)
                    .set(WRITEFUNCTION, data -> {})
                    .set(XFERINFOFUNCTION, (dlTotal, dlNow, ulTotal, ulNow) -> bar.show("download", dlNow, dlTotal))
                    .perform();
            bar.done();

            var in = new ByteArrayInputStream(megabyte);
            curl.set(UPLOAD, true)
                    .set(INFILESIZE_LARGE, megabyte.length)
                    .set(READFUNCTION, in::read)
                    .set(XFERINFOFUNCTION, (dlTotal, dlNow, ulTotal, ulNow) -> bar.show("upload", ulNow, ulTotal))
                    .perform();
            bar.done();
        }
        // end
    }
}
