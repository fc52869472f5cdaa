package io.github.curlffm.misuse;

import io.github.curlffm.Curl;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Handles whose streams depend on each other, as libcurl before 8.21.0 has it: in circles, duplicated, closed in any order. */
@SuppressWarnings("deprecation")
class StreamDependsTest {

    @FunctionalInterface
    private interface Step {
        void run(World world, Easy child, Easy parent) throws Exception;
    }

    private static final Map<String, Step> STEPS = Map.ofEntries(
            Map.entry("on itself", (world, child, parent) -> child.set(Option.STREAM_DEPENDS, child)),
            Map.entry("in a circle", (world, child, parent) -> parent.set(Option.STREAM_DEPENDS_E, child)),
            Map.entry("duplicated child", (world, child, parent) -> world.opened(child.duplicate())),
            Map.entry("duplicated parent", (world, child, parent) -> world.opened(parent.duplicate())),
            Map.entry("parent closed", (world, child, parent) -> {
                parent.close();
                child.perform();
            }),
            Map.entry("child closed", (world, child, parent) -> {
                child.close();
                parent.perform();
            }),
            Map.entry(
                    "replaced",
                    (world, child, parent) -> child.set(Option.STREAM_DEPENDS_E, parent)
                            .unset(Option.STREAM_DEPENDS)
                            .perform()));

    public static void main(String[] arguments) {
        try (Cells cells = new Cells();
                HttpPeer peer = HttpPeer.answering("body")) {
            STEPS.forEach((name, step) -> cells.cell(name, () -> {
                try (World world = new World(peer.url("/"))) {
                    world.easy.set(Option.STREAM_DEPENDS, world.spare);
                    step.run(world, world.easy, world.spare);
                }
            }));
        }
    }

    private static boolean isExpected(String cell, String outcome) {
        if (outcome.equals("UnsupportedOperationException")) {
            return cell.equals("duplicated parent") && !Curl.version().isAtLeast(8, 21, 0);
        }
        boolean circle = cell.equals("on itself") || cell.equals("in a circle");
        return outcome.equals(circle ? "CurlOptionException" : Cells.DONE);
    }

    @Test
    void isRefusedWhereLibcurlWouldCrash() throws Exception {
        Matrix.of(StreamDependsTest.class).check(7, StreamDependsTest::isExpected);
    }
}
