package io.github.curlffm.misuse;

import io.github.curlffm.testing.HttpPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every public method of every handle from another thread during a transfer, and from a callback of another handle. */
class FromOutsideTest {

    private static final String THREAD = " from another thread";
    private static final String CALLBACK = " from a callback of another handle: ";
    private static final Set<String> OTHER_CALLBACKS = Set.of(
            "WRITEFUNCTION", "WRITEFUNCTION in a multi", "SOCKETFUNCTION", "LOCKFUNC", "UNLOCKFUNC", "MIME read");

    public static void main(String[] arguments) throws Exception {
        try (Cells cells = new Cells();
                HttpPeer peer = HttpPeer.answering("body");
                Places places = new Places()) {
            for (boolean inMulti : new boolean[] {false, true}) {
                fromAnotherThread(cells, peer.url("/"), inMulti);
            }
            places.all().forEach((name, place) -> {
                if (OTHER_CALLBACKS.contains(name)) {
                    calls().forEach(call ->
                            cells.cell(call.name() + CALLBACK + name, () -> fromACallback(places, place, call)));
                }
            });
        }
    }

    private static List<Api.Call> calls() {
        List<Api.Call> calls = new ArrayList<>();
        Api.HANDLES.forEach(type -> calls.addAll(Api.methods(type)));
        return calls;
    }

    private static void fromAnotherThread(Cells cells, String url, boolean inMulti) {
        for (Api.Call call : calls()) {
            String[] outcome = {"not called"};
            cells.cell(
                    call.name() + THREAD + (inMulti ? " and multi" : ""),
                    () -> {
                        try (World world = new World(url)) {
                            world.easy.set(io.github.curlffm.option.Option.WRITEFUNCTION, data -> {
                                Thread other = Thread.ofPlatform()
                                        .start(() -> outcome[0] = Cells.outcome(() -> Targets.call(world, call)));
                                other.join();
                            });
                            if (inMulti) {
                                io.github.curlffm.testing.Transfers.perform(world.multi.add(world.easy));
                            } else {
                                world.easy.perform();
                            }
                        }
                    },
                    outcome);
        }
    }

    /** What comes of it is what comes of it anywhere. */
    private static void fromACallback(Places places, Places.Place place, Api.Call call) throws Exception {
        String[] inside = {"not called"};
        try (World world = new World(places.url());
                World other = new World(places.url())) {
            place.arm().arm(world, () -> {
                if (inside[0].equals("not called")) {
                    inside[0] = "being called";
                    inside[0] = Cells.outcome(() -> Targets.call(other, call));
                }
            });
            place.go().go(world);
        }
        try (World other = new World(places.url())) {
            String outside = Cells.outcome(() -> Targets.call(other, call));
            if (!inside[0].equals(outside)) {
                throw new AssertionError(inside[0] + " instead of " + outside);
            }
        }
    }

    private static boolean isExpected(String cell, String outcome) {
        if (cell.contains(CALLBACK)) {
            return outcome.equals(Cells.DONE);
        }
        String call = cell.replaceFirst(" .*", "");
        String inside = outcome.replaceFirst(", then done$", "");
        boolean inMulti = cell.endsWith(" and multi");
        if (inside.equals("UnsupportedOperationException")) {
            return TooOld.may(call);
        }
        return !inside.equals(outcome) && inside.equals(expected(call, inMulti));
    }

    private static String expected(String call, boolean inMulti) {
        boolean multi = call.startsWith("Multi.");
        boolean free = call.startsWith("Share.")
                || call.startsWith("CurlUrl.")
                || call.endsWith(".toString()")
                || call.endsWith(".isClosed()")
                || call.equals("Easy.abort()")
                || call.equals("Multi.wakeup()");
        if (free || multi && !inMulti) {
            return switch (call) {
                case "Multi.assign(long,Object)" -> "CurlMultiException BAD_SOCKET";
                case "Multi.remove(Easy)" -> "IllegalArgumentException";
                default -> Cells.DONE;
            };
        }
        return "IllegalStateException";
    }

    @Test
    void isTurnedAwayOrWorks() throws Exception {
        Matrix.of(FromOutsideTest.class).check(400, FromOutsideTest::isExpected);
    }
}
