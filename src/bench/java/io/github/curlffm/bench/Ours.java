package io.github.curlffm.bench;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.CAINFO;
import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.FAILONERROR;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.HTTP_VERSION;
import static io.github.curlffm.option.Option.INFILESIZE_LARGE;
import static io.github.curlffm.option.Option.PIPEWAIT;
import static io.github.curlffm.option.Option.READFUNCTION;
import static io.github.curlffm.option.Option.SEEKFUNCTION;
import static io.github.curlffm.option.Option.UPLOAD;
import static io.github.curlffm.option.Option.UPLOAD_BUFFERSIZE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;

import io.github.curlffm.Easy;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.option.HttpVersion;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What curl-ffm does in the scenarios. */
final class Ours {

    static final int MIB = 1 << 20;

    /** Lets the JIT throw nothing away. */
    static volatile int sink;

    private Ours() {}

    static WriteCallback view() {
        return WriteCallback.viewAll(data -> sink = data.remaining());
    }

    static WriteCallback bytes() {
        return (WriteCallback.All) data -> sink = data.length;
    }

    /** The stream gets everything in one array that is used again and again. */
    static WriteCallback array() {
        return WriteCallback.to(new OutputStream() {
            @Override
            public void write(int b) {
                sink = b;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                sink = length;
            }
        });
    }

    static Easy easy(URI uri, WriteCallback sink) {
        return new Easy().set(URL, uri.toString()).set(FAILONERROR, true).set(WRITEFUNCTION, sink);
    }

    /** Gets the same thing again and again, over one connection. */
    static Worker getting(URI uri, double amount, WriteCallback sink) {
        Easy easy = easy(uri, sink);
        return Worker.repeating(easy, () -> {
            easy.perform();
            return amount;
        });
    }

    /** How threads are made that share the work. */
    @FunctionalInterface
    interface Threads {
        Worker start(AutoCloseable resource, List<? extends Worker.Once> tasks);
    }

    /** Gets the same thing again and again on each of many threads, with a handle for each. */
    static Worker inThreads(URI uri, int count, Threads threads) {
        List<Easy> easies =
                Stream.generate(() -> easy(uri, view())).limit(count).toList();
        return threads.start(
                () -> easies.forEach(Easy::close),
                easies.stream()
                        .map(easy -> (Worker.Once) () -> {
                            easy.perform();
                            return 1;
                        })
                        .toList());
    }

    static Worker reading(Path file, double amount, WriteCallback sink) {
        return getting(file.toUri(), amount, sink);
    }

    static Worker putting(URI uri, byte[] body, int bufferSize) {
        ByteBuffer left = ByteBuffer.wrap(body);
        Easy easy = new Easy()
                .set(URL, uri.toString())
                .set(FAILONERROR, true)
                .set(WRITEFUNCTION, view())
                .set(UPLOAD, true)
                .set(INFILESIZE_LARGE, body.length)
                .set(READFUNCTION, ReadCallback.view(buffer -> fill(buffer, left)));
        if (bufferSize > 0) {
            easy.set(UPLOAD_BUFFERSIZE, bufferSize);
        }
        return Worker.repeating(easy, () -> {
            left.rewind();
            easy.perform();
            Client.check(easy.get(RESPONSE_CODE).intValue());
            return body.length;
        });
    }

    private static int fill(ByteBuffer buffer, ByteBuffer left) {
        int length = Math.min(buffer.remaining(), left.remaining());
        buffer.put(0, left, left.position(), length);
        left.position(left.position() + length);
        return length;
    }

    /** {@return a handle for HTTP/2 over as few connections as possible} */
    static Easy overHttp2(URI uri) {
        return easy(uri, view())
                .set(HTTP_VERSION, HttpVersion.HTTP_2TLS)
                .set(PIPEWAIT, true)
                .set(CAINFO, Server.CERTIFICATE.toString());
    }

    /** {@return a handle with six lambdas, for a transfer that never happens} */
    static Easy sixLambdas() {
        return new Easy()
                .set(URL, "http://127.0.0.1/")
                .set(WRITEFUNCTION, data -> sink = data.length)
                .set(HEADERFUNCTION, data -> sink = data.length)
                .set(READFUNCTION, buffer -> 0)
                .set(XFERINFOFUNCTION, (dlTotal, dlNow, ulTotal, ulNow) -> sink = (int) dlNow)
                .set(DEBUGFUNCTION, (type, data) -> sink = data.length)
                .set(SEEKFUNCTION, (offset, origin) -> SeekCallback.Result.OK);
    }

    /** Makes such handles and closes them. */
    static Worker cycling() {
        int batch = 1000;
        return Worker.repeating(() -> {}, () -> {
            for (int i = 0; i < batch; i++) {
                sixLambdas().close();
            }
            return batch;
        });
    }
}
