package io.github.curlffm.misuse;

import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.Multi;
import io.github.curlffm.Share;
import io.github.curlffm.callback.WriteCallback;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Garbage;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.StallingPeer;
import io.github.curlffm.testing.Transfers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An easy handle with a form and a share and a duplicate of it, both in a multi, closed in every order, whatever the
 * transfers are at. Closing from inside a callback is {@link FromInsideTest}'s.
 */
@Tag("slow")
class CloseOrderTest {

    private static final List<String> THINGS = List.of("easy", "multi", "share", "mime", "duplicate");

    private enum At {
        NOT_ADDED,
        IDLE,
        IN_FLIGHT,
        PAUSED,
        DONE
    }

    public static void main(String[] arguments) {
        try (Cells cells = new Cells();
                HttpPeer peer = new HttpPeer(exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    HttpPeer.answer(exchange, 200, "body");
                });
                StallingPeer stalling = new StallingPeer()) {
            for (At at : At.values()) {
                String url = at == At.IN_FLIGHT ? stalling.url() : peer.url("/");
                cells.cell("warm up " + at, () -> closed(THINGS, at, url));
                for (List<String> order : permutations(THINGS)) {
                    cells.cell(at + " " + String.join(", ", order), () -> closed(order, at, url));
                }
            }
            cells.cell("forgotten share and form", () -> forgotten(peer.url("/")));
        }
    }

    private static List<List<String>> permutations(List<String> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> permutations = new ArrayList<>();
        for (String first : things) {
            List<String> others =
                    things.stream().filter(thing -> thing != first).toList();
            for (List<String> rest : permutations(others)) {
                List<String> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                permutations.add(order);
            }
        }
        return permutations;
    }

    private static Easy easy(String url) {
        return new Easy().set(Option.URL, url).set(Option.PROXY, "").set(Option.TIMEOUT_MS, 20_000);
    }

    private static void closed(List<String> order, At at, String url) throws Exception {
        int[] begun = {0};
        Easy easy = easy(url);
        Multi multi = new Multi();
        Share share = new Share(LockData.COOKIE, LockData.DNS, LockData.SSL_SESSION);
        Mime mime = new Mime(easy);
        mime.addPart().name("field").data(buffer -> 0, -1, null, () -> {});
        easy.set(Option.SHARE, share)
                .set(Option.MIMEPOST, mime)
                .set(Option.HTTPHEADER, List.of("X-Header: value"))
                .set(Option.WRITEFUNCTION, (WriteCallback) data -> {
                    boolean again = begun[0]++ >= 2;
                    return at == At.PAUSED && !again ? WriteCallback.PAUSE : data.length;
                });
        Easy duplicate = easy.duplicate();
        for (Easy each : List.of(easy, duplicate)) { // not before: with memory that is counted, old libcurls refuse it
            each.set(Option.COOKIEFILE, "");
        }
        if (at != At.NOT_ADDED && at != At.IDLE) {
            System.gc();
        }
        if (at != At.NOT_ADDED) {
            duplicate.unset(Option.MIMEPOST); // two cannot send the data of one callback at once
            multi.add(easy).add(duplicate);
        }
        switch (at) {
            case NOT_ADDED, IDLE -> {}
            case IN_FLIGHT, PAUSED -> Transfers.performUntil(multi, () -> begun[0] >= 2);
            case DONE -> Transfers.perform(multi);
        }
        for (String each : order) {
            (switch (each) {
                        case "easy" -> easy;
                        case "multi" -> multi;
                        case "share" -> share;
                        case "mime" -> mime;
                        default -> duplicate;
                    })
                    .close();
        }
    }

    /** Nobody refers to them but the easy handle. */
    private static void forgotten(String url) throws Exception {
        try (Easy easy = easy(url)) {
            boolean[] read = {false};
            Mime form = new Mime(easy);
            form.addPart()
                    .name("field")
                    .data(
                            buffer -> {
                                read[0] = true;
                                return 0;
                            },
                            -1);
            easy.set(Option.WRITEFUNCTION, data -> {})
                    .set(Option.SHARE, new Share(LockData.COOKIE))
                    .set(Option.COOKIEFILE, "")
                    .set(Option.HTTPHEADER, List.of("X-Header: value"))
                    .set(Option.MIMEPOST, form);
            form = null;
            Garbage.collect();
            easy.perform();
            if (!read[0]) {
                throw new AssertionError("the form is gone");
            }
        }
    }

    @Test
    void anyOrderWillDoAndNothingIsLeft() throws Exception {
        Matrix.of(CloseOrderTest.class)
                .check(
                        600,
                        (cell, outcome) -> outcome.equals(Cells.DONE)
                                || cell.startsWith("forgotten") && outcome.startsWith(Cells.DONE));
    }
}
