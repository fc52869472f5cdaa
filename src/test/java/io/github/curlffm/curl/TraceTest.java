package io.github.curlffm.curl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.testing.Child;
import io.github.curlffm.testing.ChildJvm;
import io.github.curlffm.testing.Needs;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** In JVMs of their own: what is traced is decided for the life of a JVM, before the first transfer. */
class TraceTest {

    private static final Pattern COMPONENT =
            Pattern.compile("^(?:\\[\\d+-\\w+] )?\\[([A-Z][A-Z0-9/.-]+)]", Pattern.MULTILINE);
    private static final Pattern IDS = Pattern.compile("^\\[\\d+-\\w+] ", Pattern.MULTILINE);

    /** {@return the components that a transfer is reported by} */
    private static Set<String> components(String... traced) throws Exception {
        return COMPONENT
                .matcher(said(traced))
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
    }

    private static String said(String... traced) throws Exception {
        Needs.libcurl("8.3.0");
        Child.Outcome result =
                ChildJvm.of(TracedTransfer.class).arguments(traced).run();
        assertEquals(0, result.exit(), result::err);
        assertTrue(
                result.out().contains("Connected to 127.0.0.1") || result.out().contains("Established"), result::out);
        return result.out();
    }

    @Test
    void byDefaultNoComponentReports() throws Exception {
        assertEquals(Set.of(), components());
    }

    @Test
    void aComponentReportsWhenItIsAskedTo() throws Exception {
        assertEquals(Set.of("TCP"), components("tcp"));
    }

    @Test
    void allOfThemOrAllButOne() throws Exception {
        Set<String> all = components("all");
        assertTrue(all.contains("TCP") && all.size() > 1, all::toString);
        all.remove("TCP");
        assertEquals(all, components("all,-tcp"));
    }

    @Test
    void aLaterCallChangesWhatAnEarlierOneSaid() throws Exception {
        assertEquals(Set.of(), components("all", "-all"));
    }

    @Test
    void identifiersOfTransferAndConnection() throws Exception {
        Needs.libcurl("8.14.0"); // 7.88.1, 8.14.1 and 8.23.0 were looked at
        String said = said("lib-ids");
        assertTrue(IDS.matcher(said).find(), said);
    }
}
