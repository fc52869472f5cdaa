package io.github.curlffm.examples;

import static io.github.curlffm.option.Info.*;
import static io.github.curlffm.option.MultiOption.*;
import static io.github.curlffm.option.Option.*;

import io.github.curlffm.Easy;
import io.github.curlffm.EventLoop;
import io.github.curlffm.callback.WriteCallback;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Downloads many files at once, as futures: what {@link ParallelDownloads} does by a loop of its own. */
public final class FutureDownloads {

    private FutureDownloads() {}

    /** Downloads all URLs but the first argument into that, which is a folder. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<String> urls = Arrays.asList(args).subList(1, args.length);
        // begin
        try (var loop = new EventLoop()) {
            loop.set(MAX_TOTAL_CONNECTIONS, 20);
            List<CompletableFuture<String>> downloads = new ArrayList<>();
            for (String url : urls) {
                OutputStream file = Files.newOutputStream(folder.resolve(url.substring(url.lastIndexOf('/') + 1)));
                Easy curl = new Easy()
                        .set(URL, url)
                        .set(FOLLOWLOCATION, true)
                        .set(FAILONERROR, true)
                        .set(WRITEFUNCTION, WriteCallback.to(file));
                downloads.add(loop.start(curl)
                        .orTimeout(1, TimeUnit.MINUTES) // which ends the transfer
                        .handle((done, failure) -> {
                            try (curl;
                                    file) {
                                String how =
                                        failure == null ? curl.get(SIZE_DOWNLOAD_T) + " bytes" : failure.getMessage();
                                return url + ": " + how;
                            } catch (IOException e) {
                                return url + ": " + e.getMessage();
                            }
                        }));
            }
            for (CompletableFuture<String> download : downloads) {
                System.out.println(download.join());
            }
        }
        // end
    }
}
