package io.github.curlffm.bench;

import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.FutureTask;

/** How soon a transfer that waits for a silent server is over after {@link Easy#abort}. */
final class AbortLatency {

    private static final int TIMES = 200;
    private static final int REQUEST = 1 << 14;

    private AbortLatency() {}

    /** {@return a worker whose rate is how many times the median fits into a second} */
    static Worker on(Thread.Builder threads) {
        return Worker.measuring(() -> {
            long[] nanos = new long[TIMES];
            try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                    Easy easy = Ours.easy(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"), Ours.view())) {
                for (int i = 0; i < TIMES; i++) {
                    nanos[i] = once(threads, silent, easy);
                }
            }
            Arrays.sort(nanos);
            return Worker.NANOS / nanos[TIMES / 2];
        });
    }

    private static long once(Thread.Builder threads, ServerSocket silent, Easy easy) throws Exception {
        FutureTask<Long> task = new FutureTask<>(() -> {
            try {
                easy.perform();
                throw new IOException("the silent server has answered");
            } catch (CurlException e) {
                if (e.code() != CurlCode.ABORTED_BY_CALLBACK) {
                    throw e;
                }
                return System.nanoTime();
            }
        });
        threads.start(task);
        try (Socket connection = silent.accept()) {
            if (connection.getInputStream().read(new byte[REQUEST]) <= 0) {
                throw new IOException("no request");
            }
            Thread.sleep(1); // now it waits
            long begun = System.nanoTime();
            easy.abort();
            return task.get() - begun;
        }
    }
}
