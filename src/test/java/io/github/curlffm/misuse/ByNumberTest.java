package io.github.curlffm.misuse;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.MultiOption;
import io.github.curlffm.option.Option;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.HttpPeer;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Options and infos by any number, in any shape that the number's range allows: also such as take something else. */
class ByNumberTest {

    private static final int BEYOND_THE_LAST = 340;
    private static final String TEXT = "text";

    public static void main(String[] arguments) {
        try (Cells cells = new Cells();
                HttpPeer peer = HttpPeer.answering("body")) {
            Program program = new Program(cells, peer.url("/"));
            program.options("number", 0, id -> Option.number(TEXT, id), 3L);
            program.options("string", 10_000, id -> Option.string(TEXT, id), TEXT);
            program.options("slist", 10_000, id -> Option.slist(TEXT, id), List.of(TEXT, TEXT));
            program.options("offset", 30_000, id -> Option.offset(TEXT, id), 3L);
            program.options("blob", 40_000, id -> Option.blob(TEXT, id), new byte[] {1, 2, 3});
            program.infos("string", 0x100000, id -> Info.string(TEXT, id));
            program.infos("number", 0x200000, id -> Info.number(TEXT, id));
            program.infos("real", 0x300000, id -> Info.real(TEXT, id));
            program.infos("slist", 0x400000, id -> Info.slist(TEXT, id));
            program.infos("offset", 0x600000, id -> Info.offset(TEXT, id));
            program.ofMultiAndShare();
        }
    }

    /** The cells, against a server. */
    private record Program(Cells cells, String url) {

        private <T> void options(String kind, int start, IntFunction<Option<T>> option, T value) {
            for (int number = 0; number < BEYOND_THE_LAST; number++) {
                int id = start + number;
                cells.cell("Option." + kind + " " + id, () -> {
                    try (World world = new World(url)) {
                        world.easy.set(option.apply(id), value);
                        perform(world.easy);
                        world.easy.unset(option.apply(id));
                        perform(world.easy);
                    }
                });
            }
        }

        /** Fails, for all that we know; but the JVM lives. */
        private static void perform(Easy easy) {
            try {
                easy.set(Option.TIMEOUT_MS, 1000).set(Option.PROXY, "").perform();
            } catch (CurlException failed) {
                Cells.outcomeOf(failed);
            }
        }

        private <T> void infos(String kind, int start, IntFunction<Info<T>> info) {
            for (int number = 0; number < 100; number++) {
                int id = start + number;
                cells.cell("Info." + kind + " " + id, () -> {
                    try (World world = new World(url)) {
                        world.easy.set(Option.CERTINFO, true).perform();
                        world.easy.get(info.apply(id));
                        world.easy.get(info.apply(id));
                    }
                });
            }
        }

        private void ofMultiAndShare() {
            for (int number = 0; number < 40; number++) {
                int id = number;
                cells.cell("MultiOption.number " + id, () -> {
                    try (World world = new World(url)) {
                        world.multi.set(MultiOption.number(TEXT, id), 3).unset(MultiOption.number(TEXT, id));
                    }
                });
                cells.cell("MultiOption.offset " + (30_000 + id), () -> {
                    try (World world = new World(url)) {
                        world.multi
                                .set(MultiOption.offset(TEXT, 30_000 + id), 3)
                                .unset(MultiOption.offset(TEXT, 30_000 + id));
                    }
                });
                for (long value : new long[] {Long.MIN_VALUE, -1, 0, 3, 8, 31, 32, Integer.MAX_VALUE, Long.MAX_VALUE}) {
                    cells.cell("ShareOption.number " + id + " " + value, () -> {
                        try (World world = new World(url)) {
                            world.share.set(ShareOption.number(TEXT, id), value);
                            world.easy.set(Option.SHARE, world.share).set(Option.COOKIEFILE, "");
                            perform(world.easy);
                        }
                    });
                }
            }
        }
    }

    private static final Pattern DOCUMENTED = Pattern.compile("done|CurlOptionException|IllegalArgumentException");

    @Test
    void neverMakesLibcurlTakeOneThingForAnother() throws Exception {
        Matrix.of(ByNumberTest.class)
                .check(2000, (cell, outcome) -> DOCUMENTED.matcher(outcome).matches());
    }

    @Test
    void theKnownOnesAreRefusedByName() {
        assertThrows(IllegalArgumentException.class, () -> ShareOption.number(TEXT, 5));
        assertThrows(
                IllegalArgumentException.class,
                () -> Info.slist(TEXT, Info.CERTINFO.info().number()));
    }
}
