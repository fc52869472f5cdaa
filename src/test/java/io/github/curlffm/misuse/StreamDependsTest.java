package io.github.curlffm.misuse;

import io.github.curlffm.Easy;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Transfers;
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
            Map.entry("child in a multi closed", (world, child, parent) -> {
                world.multi.add(child).add(parent);
                child.close();
                Transfers.perform(world.multi);
            }),
            Map.entry("parent in a multi closed", (world, child, parent) -> {
                world.multi.add(parent).add(child);
                parent.close();
                Transfers.perform(world.multi);
            }),
            Map.entry("in a multi duplicated", (world, child, parent) -> {
                world.multi.add(child).add(parent);
                world.opened(parent.duplicate()).perform();
                world.opened(child.duplicate()).perform();
                Transfers.perform(world.multi);
            }),
            Map.entry("one put in between", (world, child, parent) -> {
                Easy between = world.opened(world.easy()).set(Option.STREAM_DEPENDS_E, parent);
                world.multi.add(parent).add(child).add(between);
                world.multi.perform();
                between.close();
                parent.close();
                Transfers.perform(world.multi);
            }),
            Map.entry("reset after a multi", (world, child, parent) -> {
                world.multi.add(parent).add(child);
                Transfers.perform(world.multi);
                world.multi.remove(child);
                child.reset().close();
                parent.close();
            }),
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
        boolean circle = cell.equals("on itself") || cell.equals("in a circle");
        return outcome.equals(circle ? "CurlOptionException" : Cells.DONE);
    }

    @Test
    void isRefusedWhereLibcurlWouldCrash() throws Exception {
        Matrix.of(StreamDependsTest.class).check(12, StreamDependsTest::isExpected);
    }
}
