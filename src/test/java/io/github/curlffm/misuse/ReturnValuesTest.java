package io.github.curlffm.misuse;

import io.github.curlffm.Easy;
import io.github.curlffm.callback.OpenSocketCallback;
import io.github.curlffm.callback.ProgressCallback;
import io.github.curlffm.callback.ReadCallback;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.callback.XferInfoCallback;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lambdas that return numbers and lists that nobody expects. */
class ReturnValuesTest {

    private static final String BODY = "body";

    /** Where an int would see the length of the body, and nothing wrong. */
    private static final long BEYOND_INT = (1L << 32) + BODY.length();

    private static final long[] LONGS = {
        Long.MIN_VALUE, Integer.MIN_VALUE, -1, 1, 5, 1L << 31, 0xFFFFFFFFL, BEYOND_INT, Long.MAX_VALUE
    };
    private static final int[] INTS = {Integer.MIN_VALUE, -2, -1, 0, 1, 5, 1 << 20, Integer.MAX_VALUE};

    public static void main(String[] arguments) {
        try (Cells cells = new Cells();
                HttpPeer peer = new HttpPeer(exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    HttpPeer.answer(exchange, 200, BODY);
                })) {
            steps().forEach((name, step) -> cells.cell(name, () -> {
                try (World world = new World(peer.url("/"))) {
                    step.set(world);
                    world.easy.perform();
                }
            }));
        }
    }

    @FunctionalInterface
    private interface Step {
        void set(World world);
    }

    @SuppressWarnings("deprecation")
    private static Map<String, Step> steps() {
        Map<String, Step> steps = new LinkedHashMap<>();
        for (long number : LONGS) {
            WriteCallback answer = WriteCallback.counted(data -> number);
            WriteCallback view = WriteCallback.view(data -> number);
            steps.put("WRITE " + number, world -> world.easy.set(Option.WRITEFUNCTION, answer));
            steps.put("WRITE view " + number, world -> world.easy.set(Option.WRITEFUNCTION, view));
            steps.put("HEADER " + number, world -> world.easy.set(Option.HEADERFUNCTION, answer));
            if (number == (int) number && number >= 0) {
                continue; // a descriptor, which may be the JVM's own
            }
            steps.put(
                    "OPENSOCKET " + number,
                    world -> world.easy.set(
                            Option.OPENSOCKETFUNCTION, (purpose, address) -> OpenSocketCallback.Result.use(number)));
        }
        for (int number : INTS) {
            ReadCallback answer = buffer -> number;
            ReadCallback view = ReadCallback.view(buffer -> number);
            steps.put("READ " + number, world -> reading(world, answer));
            steps.put("READ view " + number, world -> reading(world, view));
            steps.put("MIME " + number, world -> sending(world, answer, -1));
            steps.put("MIME of 3 " + number, world -> sending(world, answer, 3));
            XferInfoCallback xferInfo = (dlTotal, dlNow, ulTotal, ulNow) -> number;
            ProgressCallback progress = (dlTotal, dlNow, ulTotal, ulNow) -> number;
            steps.put("XFERINFO " + number, world -> world.easy.set(Option.XFERINFOFUNCTION, xferInfo));
            steps.put("PROGRESS " + number, world -> world.easy.set(Option.PROGRESSFUNCTION, progress));
        }
        trailers("with null", Collections.singletonList(null), steps);
        trailers(Arguments.NUL, List.of("X-Sum: a\0b"), steps);
        trailers(Arguments.BREAK, List.of("X-Sum: a\r\nb"), steps);
        trailers("empty", List.of(), steps);
        trailers("without colon", Arrays.asList("", "x"), steps);
        trailers(Arguments.HUGE, Collections.nCopies(1000, "X-Sum: value"), steps);
        return steps;
    }

    private static void trailers(String name, List<String> trailers, Map<String, Step> steps) {
        steps.put(
                "TRAILER " + name,
                world -> reading(world, buffer -> 0)
                        .set(Option.HTTPHEADER, List.of("Transfer-Encoding: chunked", "Trailer: X-Sum"))
                        .set(Option.TRAILERFUNCTION, () -> trailers));
    }

    private static Easy reading(World world, ReadCallback read) {
        int[] calls = {0};
        ReadCallback once = read instanceof ReadCallback.View view
                ? ReadCallback.view(buffer -> calls[0]++ == 0 ? view.read(buffer) : 0)
                : buffer -> calls[0]++ == 0 ? read.read(buffer) : 0;
        return world.easy.set(Option.UPLOAD, true).set(Option.READFUNCTION, once);
    }

    private static void sending(World world, ReadCallback read, long size) {
        int[] calls = {0};
        world.part.data(buffer -> calls[0]++ == 0 ? read.read(buffer) : 0, size);
        world.easy.set(Option.MIMEPOST, world.mime);
    }

    private static boolean isExpected(String cell, String outcome) {
        String kind = cell.replaceFirst(" .*", "");
        String rest = cell.substring(kind.length() + 1);
        boolean goesOn = List.of("-1", "0", "view -1", "view 0", "1", "5", "view 1", "view 5")
                .contains(rest);
        return Pattern.matches(
                switch (kind) {
                    case "WRITE", "HEADER" -> "CurlException WRITE_ERROR";
                    case "OPENSOCKET" -> "CallbackException COULDNT_CONNECT";
                    case "READ" -> goesOn ? Cells.DONE : "CallbackException ABORTED_BY_CALLBACK";
                    case "MIME" ->
                        goesOn && !rest.startsWith("of") ? Cells.DONE : "CallbackException ABORTED_BY_CALLBACK";
                    case "TRAILER" ->
                        rest.startsWith("with ")
                                ? "CallbackException ABORTED_BY_CALLBACK"
                                : "done|CurlException [A-Z_]+";
                    default -> rest.equals("0") ? Cells.DONE : "CurlException ABORTED_BY_CALLBACK";
                },
                outcome);
    }

    @Test
    void areNeverCutOff() throws Exception {
        Matrix.of(ReturnValuesTest.class).check(80, ReturnValuesTest::isExpected);
    }
}
