package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.CHUNK_BGN_FUNCTION;
import static io.github.curlffm.option.Option.CHUNK_END_FUNCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.ChunkBgnCallback.Result;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Bystanders;
import io.github.curlffm.testing.Exploding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CHUNK_END_FUNCTION: after each file of an FTP wildcard transfer. */
class ChunkEndCallbackTest extends WildcardTransfers implements RepeatedCallbackContract<ChunkEndCallback> {

    @Override
    public Option<ChunkEndCallback> option() {
        return CHUNK_END_FUNCTION;
    }

    @Override
    public ChunkEndCallback harmless(Action action) {
        return action::run;
    }

    /** It cannot stop the transfer by itself: the beginning of the next file does. */
    @Override
    public CurlCode whenItThrows() {
        return CurlCode.CHUNK_FAILED;
    }

    @Override
    public void prepare(Easy easy) {
        withBegin(wildcard(easy, "[ab].txt"));
    }

    @Override
    public void addBystanders(Easy easy, Bystanders bystanders) {
        RepeatedCallbackContract.super.addBystanders(easy, bystanders);
        easy.set(CHUNK_BGN_FUNCTION, (file, remaining) -> {
            bystanders.called("CHUNK_BGN");
            return Result.OK;
        });
    }

    private Easy withBegin(Easy easy) {
        return easy.set(CHUNK_BGN_FUNCTION, (file, remaining) -> {
            events.add("begin " + file.name());
            return file.name().startsWith("b") ? Result.SKIP : Result.OK;
        });
    }

    private Easy withBeginAndEnd(Easy easy) {
        return withBegin(easy).set(CHUNK_END_FUNCTION, () -> events.add("end"));
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
    void whatItThrowsIsRememberedAndTheNextBodyStops() throws Exception {
        Exploding.check(
                CurlCode.WRITE_ERROR,
                (easy, exploding) -> wildcard(easy, "[ab].txt").set(CHUNK_END_FUNCTION, exploding::explode));
        assertEquals(Exploding.KINDS, events.size(), "bodies of transfers that end after the first file");
    }

    @Test
    void whatItThrowsAtTheVeryEndReachesTheCallerThough() throws Exception {
        Exploding.check(
                CurlCode.ABORTED_BY_CALLBACK,
                (easy, exploding) -> wildcard(easy, "a.txt").set(CHUNK_END_FUNCTION, exploding::explode));
    }

    @Test
    void unsetLeavesTheBeginningAlone() throws IOException {
        try (Easy easy = withBeginAndEnd(wildcard(new Easy(), "a.txt"))) {
            easy.unset(CHUNK_END_FUNCTION);
            assertEquals(List.of("begin a.txt", "alpha"), eventsOf(easy));
        }
    }
}
