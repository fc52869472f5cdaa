package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.CHUNK_BGN_FUNCTION;
import static io.github.curlffm.option.Option.CHUNK_END_FUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.ChunkBgnCallback.Result;
import io.github.curlffm.testing.Bystanders;
import io.github.curlffm.testing.Exploding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CHUNK_END_FUNCTION: after each file of an FTP wildcard transfer. */
class ChunkEndCallbackTest extends WildcardTransfers {

    private Easy withBeginAndEnd(Easy easy) {
        return easy.set(CHUNK_BGN_FUNCTION, (file, remaining) -> {
                    events.add("begin " + file.name());
                    return file.name().startsWith("b") ? Result.SKIP : Result.OK;
                })
                .set(CHUNK_END_FUNCTION, () -> events.add("end"));
    }

    @Test
    void bodiesArriveBetweenBeginningAndEnd() throws IOException {
        Files.write(folder.resolve("a.txt"), new byte[100_000]);
        try (Easy easy = withBeginAndEnd(wildcard(new Easy(), "a.*"))) {
            List<String> seen = eventsOf(easy);
            assertEquals("begin a.txt", seen.getFirst());
            assertEquals("end", seen.getLast());
            String body = String.join("", seen.subList(1, seen.size() - 1));
            assertTrue(seen.size() > 3, "a body in one piece");
            assertEquals("\0".repeat(100_000), body);
        }
    }

    @Test
    void runsAfterEachFileTheSkippedOnesToo() throws IOException {
        try (Easy easy = withBeginAndEnd(wildcard(new Easy(), "*.txt"))) {
            String seen = String.join(", ", eventsOf(easy));
            assertTrue(seen.contains("begin a.txt, alpha, end"), seen);
            assertTrue(seen.contains("begin b.txt, end"), seen);
            assertTrue(seen.contains("begin sub.txt, end"), seen);
        }
    }

    @Test
    void whatItThrowsIsRememberedAndTheNextCallbackStops() throws Exception {
        Exploding.check(
                CurlCode.CHUNK_FAILED,
                (easy, exploding) ->
                        withBeginAndEnd(wildcard(easy, "[ab].txt")).set(CHUNK_END_FUNCTION, exploding::explode));
    }

    @Test
    void whatItThrowsIsRememberedAndTheNextBodyStops() throws Exception {
        Exploding.check(
                CurlCode.WRITE_ERROR,
                (easy, exploding) -> wildcard(easy, "[ab].txt").set(CHUNK_END_FUNCTION, exploding::explode));
        assertEquals(Exploding.KINDS, events.size(), "bodies of transfers that end after the first file");
    }

    @Test
    void whatItThrowsAtTheVeryEndReachesTheCallerThough() throws Exception {
        Exploding.check(
                CurlCode.OK, (easy, exploding) -> wildcard(easy, "a.txt").set(CHUNK_END_FUNCTION, exploding::explode));
    }

    @Test
    void noOtherCallbackRunsAfterItThrew() throws Exception {
        Bystanders.checkNoneRunsAfter((easy, bystanders) -> withBeginAndEnd(wildcard(easy, "[ab].txt"))
                .set(CHUNK_BGN_FUNCTION, (file, remaining) -> {
                    bystanders.called("CHUNK_BGN");
                    return Result.OK;
                })
                .set(CHUNK_END_FUNCTION, bystanders::explode));
    }

    @Test
    void unsetLeavesTheBeginningAlone() throws IOException {
        try (Easy easy = withBeginAndEnd(wildcard(new Easy(), "a.txt"))) {
            easy.unset(CHUNK_END_FUNCTION);
            assertEquals(List.of("begin a.txt", "alpha"), eventsOf(easy));
        }
    }

    @Test
    void canBeReplacedFromInsideItself() throws IOException {
        try (Easy easy = withBeginAndEnd(wildcard(new Easy(), "b.txt"))) {
            easy.set(CHUNK_END_FUNCTION, () -> {
                events.add("first end");
                easy.set(CHUNK_END_FUNCTION, () -> events.add("second end"));
            });
            assertEquals(List.of("begin b.txt", "first end"), eventsOf(easy));
            assertEquals(List.of("begin b.txt", "second end"), eventsOf(easy));
        }
    }

    @Test
    void isKeptByADuplicate() throws IOException {
        Easy original = withBeginAndEnd(wildcard(new Easy(), "a.txt"));
        try (Easy copy = original.duplicate()) {
            original.close();
            assertEquals(List.of("begin a.txt", "alpha", "end"), eventsOf(copy));
        }
    }
}
