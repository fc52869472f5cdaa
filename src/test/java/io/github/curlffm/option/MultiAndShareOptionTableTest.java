package io.github.curlffm.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.internal.key.Kind;
import io.github.curlffm.internal.key.OptionRow;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MultiAndShareOptionTableTest {

    @Test
    void multiOptionsAreTheHeaders() {
        Table<MultiOption<?>> table = new Table<>(MultiOption.class, "CURLMOPT_");
        table.assertNamesAndNumbersAreTheHeaders("CURLMOPT_");
        table.assertVersionsAreVersions();
        table.assertNothingIsMissing(
                Map.of(),
                Map.of(
                        "the library sets the userdata of a callback itself",
                        Set.of("NOTIFYDATA", "PUSHDATA", "SOCKETDATA", "TIMERDATA"),
                        "lists of pointers, without effect since libcurl 7.62.0",
                        Set.of("PIPELINING_SERVER_BL", "PIPELINING_SITE_BL"),
                        "the end of C's enum",
                        Set.of("LASTENTRY")));
        table.rows().values().forEach(option -> {
            int range = option.number() / 10000;
            Kind kind = ((OptionRow) option).kind();
            assertTrue(
                    switch (range) {
                        case 0 -> kind == Kind.LONG || kind == Kind.FLAG || kind == Kind.MASK;
                        case 2 -> kind == Kind.FUNCTION;
                        default -> kind == Kind.OFF_T;
                    },
                    () -> option + " is " + kind);
        });
    }

    @Test
    void multiOptionByNumberIsRefusedWhenTheNumberIsOfAnotherType() {
        assertEquals("CURLMOPT_NEWOPT", MultiOption.number("NEWOPT", 9_999).toString());
        assertEquals("CURLMOPT_NEWOPT", MultiOption.offset("NEWOPT", 30_999).toString());
        assertThrows(IllegalArgumentException.class, () -> MultiOption.number("NEWOPT", 20_999));
        assertThrows(IllegalArgumentException.class, () -> MultiOption.offset("NEWOPT", 999));
    }

    @Test
    void shareOptionsAreTheHeaders() {
        Table<ShareOption<?>> table = new Table<>(ShareOption.class, "CURLSHOPT_");
        table.assertNamesAndNumbersAreTheHeaders("CURLSHOPT_");
        table.assertVersionsAreVersions();
        table.assertNothingIsMissing(
                Map.of(),
                Map.of(
                        "the library sets the userdata of a callback itself",
                        Set.of("USERDATA"),
                        "the beginning and the end of C's enum",
                        Set.of("NONE", "LAST")));
    }
}
