package io.github.curlffm.faults;

import static io.github.curlffm.option.Info.RESPONSE_CODE;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static io.github.curlffm.option.Option.XFERINFOFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.curlffm.CallbackException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.Perform;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A lambda fills the heap, and then returns or throws: what comes after that may fail, and leaves the handle usable, by any
 * thread.
 */
@Tag("slow")
class FullHeapTest {

    @ParameterizedTest
    @ValueSource(strings = {"easy", "multi"})
    void noHandleStaysLocked(String driver, HttpPeer peer) throws Exception {
        Child.Outcome outcome = ChildJvm.of(Hoarder.class)
                .options("-Xmx24m", "-XX:+UseSerialGC")
                .arguments(peer.url("/"), driver)
                .run();
        assertEquals(new Child.Outcome(0, "all free\n", ""), outcome);
    }

    /** Arguments: a URL, and what drives the transfers. */
    static final class Hoarder {

        /** At the 128th call of a stub the JDK allocates, outside of this library, and ends where it cannot. */
        private static final int CALLS_OF_THE_JDK = 150;

        private static final int ROUNDS = 30;
        private static final int STEP = 80;
        private static final IOException PREPARED = new IOException("of a full heap");

        private static Object[] hoard;

        /** Fills the heap but for some bytes. */
        private static void fill(int left) {
            byte[] spare = new byte[left];
            int size = 1_000_000;
            while (size > 0) {
                try {
                    hoard = new Object[] {hoard, new byte[size]};
                } catch (OutOfMemoryError e) {
                    size /= 2;
                }
            }
            spare[0] = 1; // up to here it took room
        }

        private static void transfer(Easy easy, Multi multi) throws Exception {
            if (multi == null) {
                easy.perform();
            } else {
                Transfers.perform(multi.add(easy));
            }
        }

        public static void main(String[] arguments) throws Exception {
            try (Easy easy = new Easy()) {
                easy.set(URL, arguments[0]).set(XFERINFOFUNCTION, (dt, dn, ut, un) -> {});
                for (int i = 0; i < CALLS_OF_THE_JDK; i++) {
                    assertEquals("body", Perform.body(easy));
                }
                for (int i = 1; i <= ROUNDS; i++) {
                    int left = i * STEP;
                    boolean throwing = i % 2 == 0;
                    easy.set(WRITEFUNCTION, data -> {
                        fill(left);
                        if (throwing) {
                            throw PREPARED;
                        }
                    });
                    Multi multi = arguments[1].equals("easy") ? null : new Multi();
                    Throwable thrown = null;
                    try {
                        transfer(easy, multi);
                    } catch (CallbackException | OutOfMemoryError e) {
                        thrown = e; // to be looked at when there is memory again
                    }
                    hoard = null;
                    if (thrown instanceof CallbackException) {
                        assertSame(PREPARED, thrown.getCause());
                    }
                    if (multi != null) {
                        multi.messages();
                        multi.close();
                    }
                    isFree(easy);
                }
            }
            System.out.println("all free");
        }

        private static void isFree(Easy easy) throws InterruptedException {
            Throwable[] thrown = {null};
            Thread another = new Thread(() -> {
                try {
                    easy.set(WRITEFUNCTION, data -> {}).perform();
                    assertEquals(200, easy.get(RESPONSE_CODE));
                } catch (Throwable t) {
                    thrown[0] = t;
                }
            });
            another.start();
            another.join();
            assertNull(thrown[0]);
        }
    }
}
