package io.github.curlffm.internal.handle;

import static io.github.curlffm.option.Option.COOKIEFILE;
import static io.github.curlffm.option.Option.COOKIELIST;
import static io.github.curlffm.option.Option.SHARE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.Easy;
import io.github.curlffm.Share;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.LockData;
import io.github.curlffm.option.ShareOption;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls at the very end of the stack that call back to a lock, whatever compiles what asks for room on the stack. */
@Tag("slow")
class HeadroomTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"-XX:+TieredCompilation", "-XX:-TieredCompilation", "-XX:TieredStopAtLevel=1", "-Xint", "-Xcomp"
            })
    void theEndOfTheStackIsMetBeforeTheCall(String compiler) throws Exception {
        Child.Outcome outcome = ChildJvm.of(Diver.class)
                .options(compiler, "-XX:-CreateCoredumpOnCrash")
                .run();
        assertEquals(new Child.Outcome(0, "called\n", ""), outcome);
    }

    /** Goes down to the end of the stack, and on the way up calls from each frame until it can, again and again. */
    static final class Diver {

        private static final int STACK = 1 << 20;
        private static final int TIMES = 60;

        /** What asks for room is compiled by then, from what it has done up to there. */
        private static final int UNTIL_COMPILED = 300;

        private int times;
        private int called;

        /** The arguments make frames large, so that there are few of them. */
        private long dive(
                Runnable call, long a, long b, long c, long d, long e, long f, long g, long h, long i, long j) {
            long below = 0;
            try {
                below = dive(call, b, c, d, e, f, g, h, i, j, a);
            } catch (StackOverflowError end) {
                call.run();
                called++;
                if (++times < TIMES) {
                    throw end;
                }
            }
            return below + a + b + c + d + e + f + g + h + i + j;
        }

        private void diveFor(Runnable call) {
            for (int i = 0; i < UNTIL_COMPILED; i++) {
                call.run(); // once at least: Java itself does not recover when a class is initialized down there
            }
            times = 0;
            try {
                dive(call, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            } catch (StackOverflowError ended) {
                // as in any other code
            }
        }

        public static void main(String[] arguments) throws Exception {
            Diver diver = new Diver();
            try (Share share = new Share(LockData.COOKIE);
                    Easy easy = new Easy().set(COOKIEFILE, "")) {
                share.set(ShareOption.LOCKFUNC, (data, access) -> {});
                Thread thread = new Thread(
                        null,
                        () -> {
                            diver.diveFor(() -> easy.set(SHARE, share).unset(SHARE));
                            easy.set(SHARE, share);
                            diver.diveFor(() -> easy.set(COOKIELIST, "FLUSH"));
                            diver.diveFor(() -> easy.get(Info.COOKIELIST));
                        },
                        "diver",
                        STACK);
                thread.start();
                thread.join();
            }
            System.out.println(diver.called > 0 ? "called" : "never called");
        }
    }
}
