package io.github.curlffm.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README says about speed is what scripts/bench has measured. */
class ReadmeSpeedTest {

    private final Readme readme = Readme.read("README.md");
    private final Readme results = Readme.read("src/bench/results.md");

    private static String caption(String section) {
        return Arrays.stream(section.split("\n\n"))
                .map(paragraph -> paragraph.strip().replace('\n', ' '))
                .filter(paragraph -> paragraph.contains("Measured on "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTableIsThatOfTheResults() {
        List<List<String>> table = readme.table("Speed");
        assertFalse(table.isEmpty());
        assertEquals(results.table("Speed"), table);
    }

    @Test
    void dateAndVersionsAreThoseOfTheResultsAndOfThePicture() throws Exception {
        String caption = caption(readme.section("Speed"));
        assertEquals(caption(results.section("Speed")), caption);
        String picture = Files.readString(Path.of("src/bench/results.svg"));
        for (String word : caption.split(" ")) {
            assertTrue(picture.contains(word), word);
        }
    }
}
