package io.github.curlffm.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.Curl;
import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.Needs;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** The five callbacks of globalInitMem, in JVMs of their own: what they promise is in {@link MemoryPrograms}. */
@Tag("slow")
class GlobalInitMemTest {

    private static void isFine(String... arguments) throws Exception {
        Child.Outcome result =
                ChildJvm.of(MemoryPrograms.class).arguments(arguments).run();
        assertEquals("fine\n", result.out(), result::err);
        assertEquals(0, result.exit(), result::err);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"arguments", "balanced", "reclaimed", "throwing", "noMemory", "tooLate", "missing", "duplicates"
            })
    void program(String name) throws Exception {
        isFine(name);
    }

    @Test
    void threadsOfLibcurlsOwnCallToo() throws Exception {
        Curl.Version version = Curl.version();
        Needs.that(
                version.features().contains("AsynchDNS") && version.ares() == null,
                "a libcurl that resolves names in threads of its own");
        isFine("resolving", nameOfThisMachine());
    }

    private static String nameOfThisMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            throw new TestAbortedException("the name of this machine cannot be resolved: " + e.getMessage());
        }
    }

    /** At every point at which libcurl asks for memory it is refused, once and from then on. */
    @Test
    void shortageEndsInAnExceptionNeverInACrash() throws Exception {
        Child.Outcome result = ChildJvm.of(MemoryTorture.class).run();
        String[] lines = result.out().split("\n");
        assertEquals(0, result.exit(), () -> lines[lines.length - 1] + "\n" + result.err());
        assertTrue(lines[lines.length - 1].matches("\\{.*NULL=.*OUT_OF_MEMORY=.*done=.*refused=.*}"), result::out);
    }
}
