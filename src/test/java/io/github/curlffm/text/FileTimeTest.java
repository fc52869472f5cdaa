package io.github.curlffm.text;

import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WRITEFUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.option.Info;
import io.github.curlffm.option.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTimeTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"1960-01-01T00:00:00Z", "1969-12-31T23:59:58Z", "1970-01-01T00:00:00Z", "2040-02-29T01:02:03Z"})
    void isAnInstantAlsoBefore1970(String text) throws IOException {
        Instant time = Instant.parse(text);
        Path file = Files.createFile(folder.resolve("file"));
        Files.setLastModifiedTime(file, FileTime.from(time));
        try (Easy easy = new Easy().set(URL, "file://" + file).set(WRITEFUNCTION, body -> {})) {
            easy.set(Option.FILETIME, true).perform();
            assertEquals(time, easy.get(Info.FILETIME));
            assertEquals(time, easy.get(Info.FILETIME_T));
        }
    }

    @Test
    void isNullWhenUnknown() throws CurlException {
        try (Echo echo = new Echo();
                Easy easy = new Easy().set(URL, echo.url("/")).set(WRITEFUNCTION, body -> {})) {
            easy.set(Option.FILETIME, true).perform();
            assertNull(easy.get(Info.FILETIME));
            assertNull(easy.get(Info.FILETIME_T));
        }
    }
}
