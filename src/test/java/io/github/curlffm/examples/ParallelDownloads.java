package io.github.curlffm.examples;

import static io.github.curlffm.option.Info.*;
import static io.github.curlffm.option.MultiOption.*;
import static io.github.curlffm.option.Option.*;

import io.github.curlffm.Easy;
import io.github.curlffm.Message;
import io.github.curlffm.Multi;
import io.github.curlffm.callback.WriteCallback;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Downloads many files at once, in one thread. */
public final class ParallelDownloads {

    private ParallelDownloads() {}

    /** Downloads all URLs but the first argument into that, which is a folder. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<String> urls = Arrays.asList(args).subList(1, args.length);
        // begin
        Map<Easy, OutputStream> files = new HashMap<>();
        try (var multi = new Multi()) {
            multi.set(MAX_TOTAL_CONNECTIONS, 20);
            for (String url : urls) {
                OutputStream file = Files.newOutputStream(folder.resolve(url.substring(url.lastIndexOf('/') + 1)));
                Easy curl = new Easy()
                        .set(URL, url)
                        .set(FOLLOWLOCATION, true)
                        .set(FAILONERROR, true)
                        .set(WRITEFUNCTION, WriteCallback.to(file));
                files.put(curl, file);
                multi.add(curl);
            }
            while (!files.isEmpty()) {
                multi.perform();
                for (Message done : multi.messages()) {
                    try (Easy curl = done.easy();
                            OutputStream file = files.remove(curl)) {
                        String how = done.failure() == null
                                ? curl.get(SIZE_DOWNLOAD_T) + " bytes"
                                : done.failure().getMessage();
                        System.out.println(curl.get(EFFECTIVE_URL) + ": " + how);
                    }
                }
                multi.poll(Duration.ofSeconds(files.isEmpty() ? 0 : 1));
            }
        }
        // end
    }
}
