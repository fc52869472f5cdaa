package io.github.curlffm.faults;

import static io.github.curlffm.option.Option.TIMEOUT_MS;
import static io.github.curlffm.option.Option.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.Multi;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.Needs;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name server that does not answer holds up neither a time-out nor the end of a handle: QUICK_EXIT is on. */
@Tag("slow")
class SilentNameServerTest {

    /** One that no other test has, nor the system. */
    private static final String ADDRESS = "127.53.0.17";

    /** How long the system's resolver waits, and libcurl with it if it does. */
    private static final int RESOLVER_SECONDS = 20;

    @Test
    void nothingWaitsForIt(@TempDir Path folder) throws Exception {
        Needs.libcurl("7.87.0", "wait for their resolver, whatever they are told");
        Needs.that(
                Curl.version().features().contains("AsynchDNS")
                        && Curl.version().ares() == null,
                "a libcurl that resolves names in threads of its own");
        Needs.linux();
        Needs.program("unshare");
        Path resolvConf = Files.writeString(
                folder.resolve("resolv.conf"),
                "nameserver " + ADDRESS + "\noptions attempts:1 timeout:" + RESOLVER_SECONDS + "\n");
        String[] withIt = {
            "unshare",
            "-m",
            "--propagation",
            "private",
            "bash",
            "-c",
            "mount --bind " + resolvConf + " /etc/resolv.conf && exec \"$@\"",
            "bash"
        };
        Needs.that(mayMount(folder, withIt), "root, to give a process a resolv.conf of its own");
        assertEquals(
                new Child.Outcome(0, "nothing waits\n", ""),
                ChildJvm.of(Looks.class).startedBy(withIt).run());
    }

    private static boolean mayMount(Path folder, String[] withIt) throws Exception {
        String quoted = "'" + String.join("' '", withIt) + "' true";
        return new Child(folder).bash("-c", quoted).exit() == 0;
    }

    /** Looks names up, and stops waiting for them. */
    static final class Looks {

        @FunctionalInterface
        private interface Step {
            void run() throws Exception;
        }

        private static void inTime(String what, Step step) throws Exception {
            long begun = System.nanoTime();
            step.run();
            long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            assertTrue(seconds < RESOLVER_SECONDS / 2, () -> what + " takes " + seconds + " seconds");
        }

        public static void main(String[] arguments) throws Exception {
            try (DatagramSocket silent = new DatagramSocket(53, InetAddress.getByName(ADDRESS))) {
                assertEquals(53, silent.getLocalPort());
                Easy easy = new Easy().set(URL, "http://one.silent.example/").set(TIMEOUT_MS, 300);
                inTime("perform", () -> {
                    CurlException e = assertThrows(CurlException.class, easy::perform);
                    assertEquals(CurlCode.OPERATION_TIMEDOUT, e.code());
                });
                inTime("Easy.close", easy::close);
                Multi multi = new Multi();
                Easy removed = new Easy().set(URL, "http://two.silent.example/");
                Easy left = new Easy().set(URL, "http://three.silent.example/");
                multi.add(removed).add(left);
                for (int i = 0; i < 5; i++) {
                    assertEquals(2, multi.perform());
                    multi.poll(Duration.ofMillis(50));
                }
                inTime("Multi.remove", () -> multi.remove(removed));
                inTime("Easy.close after it", removed::close);
                inTime("Multi.close", multi::close);
                inTime("Easy.close at last", left::close);
            }
            System.out.println("nothing waits");
            Runtime.getRuntime().halt(0); // threads of the resolver may still wait
        }
    }
}
