package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.DEBUGFUNCTION;
import static io.github.curlffm.option.Option.FRESH_CONNECT;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.SSL_VERIFYPEER;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.VERBOSE;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.HttpPeer;
import io.github.curlffm.testing.HttpsPeer;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Transfers;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transfers that begin where the stack ends, as those of a recursion without end do. */
class DeepStackTest {

    @ParameterizedTest
    @CsvSource({"http, easy", "http, multi", "https, easy", "https, multi"})
    void theyEndWithAnOrdinaryStackOverflow(String scheme, String driver) throws Exception {
        if (scheme.equals("https")) {
            Needs.feature("SSL");
        }
        try (HttpPeer http = HttpPeer.answering("body");
                HttpsPeer https = HttpsPeer.answering("body")) {
            String url = scheme.equals("http") ? http.url("/") : https.url("/");
            Child.Outcome outcome =
                    ChildJvm.of(Diver.class).arguments(url, driver).run();
            assertEquals(new Child.Outcome(0, "a transfer at last\n", ""), outcome);
        }
    }

    /** Goes down to the end of the stack, and tries to transfer from every frame on the way up until one can. */
    static final class Diver {

        private static final int STACK = 300 * 1024;

        private final Easy easy = new Easy();
        private final Multi multi = new Multi();
        private final boolean driven;
        private Throwable other;
        private boolean done;

        private Diver(String url, boolean driven) {
            this.driven = driven;
            easy.set(URL, url)
                    .set(SSL_VERIFYPEER, false)
                    .set(FRESH_CONNECT, true)
                    .set(VERBOSE, true)
                    .set(DEBUGFUNCTION, (type, data) -> {})
                    .set(HEADERFUNCTION, line -> {})
                    .set(WRITEFUNCTION, data -> {});
        }

        private void transfer() throws IOException {
            if (driven) {
                Transfers.performOne(multi).orThrow();
            } else {
                easy.perform();
            }
        }

        /** What is done here need not be done at the end of the stack. */
        private void prepare() throws IOException {
            if (driven) {
                multi.add(easy);
            }
        }

        private void dive() {
            try {
                dive();
            } catch (StackOverflowError end) {
                if (done || other != null) {
                    return;
                }
                surface();
                if (!done && other == null) {
                    throw end;
                }
            }
        }

        private void surface() {
            try {
                transfer();
                done = true;
            } catch (StackOverflowError stillTooDeep) {
                // the next frame has more room
            } catch (Throwable t) {
                other = t;
            }
        }

        public static void main(String[] arguments) throws Exception {
            Diver diver = new Diver(arguments[0], arguments[1].equals("multi"));
            diver.prepare();
            Thread thread = new Thread(null, diver::dive, "diver", STACK);
            thread.start();
            thread.join();
            if (diver.other != null) {
                diver.other.printStackTrace();
            }
            diver.multi.close();
            diver.easy.perform();
            diver.easy.close();
            System.out.println(diver.done ? "a transfer at last" : "no transfer");
        }
    }
}
