package io.github.curlffm.memory;

import static io.github.curlffm.option.Option.HTTPHEADER;
import static io.github.curlffm.option.Option.POSTFIELDS;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Memory;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies and lists that are replaced again and again do not pile up: libcurl copies neither, so the handle keeps them. */
@Tag("slow")
class ReplacedValuesTest {

    private static final Path STATUS = Path.of("/proc/self/status");

    @ParameterizedTest
    @ValueSource(strings = {"by itself", "with a duplicate", "in and out of a multi", "between transfers in a multi"})
    void theProcessStaysAsItIs(String handle, HttpPeer peer) throws Exception {
        Needs.file(STATUS);
        Child.Outcome outcome = ChildJvm.of(Replacing.class)
                .options("-Xmx32m", "-XX:+UseSerialGC")
                .arguments(handle, peer.url("/"))
                .run();
        assertEquals(new Child.Outcome(0, "flat\n", ""), outcome);
    }

    /** Arguments: what is special about the handle, and a URL. */
    static final class Replacing {

        private static final int TIMES = 100_000;
        private static final int LENGTH = 5000;
        private static final long MOST_KIB = TIMES / 1024L * LENGTH / 4;

        private static final byte[] BODY = new byte[LENGTH];
        private static final List<String> LIST = List.of("X-One: " + "1".repeat(LENGTH));

        @FunctionalInterface
        private interface Step {
            void run() throws IOException;
        }

        private static void staysFlat(Step step) throws IOException {
            step.run();
            long before = Memory.residentKiB();
            for (int i = 0; i < TIMES; i++) {
                step.run();
            }
            long grown = Memory.residentKiB() - before;
            assertTrue(grown < MOST_KIB, () -> "grown by " + grown + " KiB");
        }

        private static Easy replace(Easy easy) {
            return easy.set(POSTFIELDS, BODY).set(HTTPHEADER, LIST);
        }

        public static void main(String[] arguments) throws IOException {
            try (Easy easy = new Easy();
                    Multi multi = new Multi()) {
                easy.set(URL, arguments[1]).set(WRITEFUNCTION, data -> {});
                switch (arguments[0]) {
                    case "by itself" -> staysFlat(() -> replace(easy));
                    case "with a duplicate" -> {
                        try (Easy duplicate = replace(easy).duplicate()) {
                            staysFlat(() -> replace(easy));
                            duplicate.perform();
                        }
                    }
                    case "in and out of a multi" ->
                        staysFlat(() -> multi.add(replace(easy)).remove(easy));
                    default -> {
                        for (int i = 0; i < 20; i++) {
                            Transfers.perform(multi.add(replace(easy)));
                            multi.messages();
                            multi.remove(easy);
                        }
                        staysFlat(() -> replace(easy));
                    }
                }
            }
            System.out.println("flat");
        }
    }
}
