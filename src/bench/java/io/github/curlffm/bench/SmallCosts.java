package io.github.curlffm.bench;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.BUFFERSIZE;
import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.USERAGENT;
import static io.github.curlffm.option.Option.WRITEFUNCTION;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.WriteCallback;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The small costs, by JMH. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SmallCosts {

    private static final int CALLBACKS = 4096;
    private static final byte[] BODY = "name=curl".getBytes(StandardCharsets.UTF_8);
    private static final List<String> HEADERS = List.of("Accept: text/html", "X-Request: 1");

    private Easy easy;
    private Easy view;
    private Easy array;
    private Easy bytes;
    private long number;

    @Setup
    public void open() {
        easy = new Easy();
        view = reading(Ours.view());
        array = reading(Ours.array());
        bytes = reading(Ours.bytes());
    }

    /** libcurl asks for 4096 callbacks of 1 KiB then. */
    private static Easy reading(WriteCallback sink) {
        return Ours.easy(Server.FILES.resolve("pieces").toUri(), sink).set(BUFFERSIZE, Server.SMALL_SIZE);
    }

    @TearDown
    public void close() {
        for (Easy each : List.of(easy, view, array, bytes)) {
            each.close();
        }
    }

    @Benchmark
    @OperationsPerInvocation(CALLBACKS)
    public void writeView() throws CurlException {
        view.perform();
    }

    @Benchmark
    @OperationsPerInvocation(CALLBACKS)
    public void writeArray() throws CurlException {
        array.perform();
    }

    @Benchmark
    @OperationsPerInvocation(CALLBACKS)
    public void writeBytes() throws CurlException {
        bytes.perform();
    }

    @Benchmark
    public void handle() {
        new Easy().close();
    }

    @Benchmark
    public void handleWithSixLambdas() {
        Ours.sixLambdas().close();
    }

    @Benchmark
    public Easy setNumber() {
        return easy.set(TIMEOUT_MS, 30_000 + (number++ & 1023));
    }

    @Benchmark
    public Easy setString() {
        return easy.set(USERAGENT, "curl-ffm/1.0");
    }

    @Benchmark
    public Easy setList() {
        return easy.set(HTTPHEADER, HEADERS);
    }

    @Benchmark
    public Easy setPostFields() {
        return easy.set(POSTFIELDS, BODY);
    }

    @Benchmark
    public Easy setLambda() {
        return easy.set(WRITEFUNCTION, data -> Ours.sink = data.length + (int) number);
    }

    @Benchmark
    public int getNumber() {
        return easy.get(RESPONSE_CODE).intValue();
    }
}
