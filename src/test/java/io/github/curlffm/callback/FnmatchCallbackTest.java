package io.github.curlffm.callback;

import static io.github.curlffm.option.Option.CHUNK_BGN_FUNCTION;
import static io.github.curlffm.option.Option.FNMATCH_FUNCTION;
import static io.github.curlffm.option.Option.HEADERFUNCTION;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.WILDCARDMATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.CurlException;
import io.github.curlffm.Easy;
import io.github.curlffm.callback.FnmatchCallback.Result;
import io.github.curlffm.option.Option;
import io.github.curlffm.testing.Bystanders;
import io.github.curlffm.testing.Exploding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** FNMATCH_FUNCTION: whether a name matches the pattern of an FTP wildcard transfer. */
class FnmatchCallbackTest extends WildcardTransfers implements RepeatedCallbackContract<FnmatchCallback> {

    @Override
    public Option<FnmatchCallback> option() {
        return FNMATCH_FUNCTION;
    }

    @Override
    public FnmatchCallback harmless(Action action) {
        return (pattern, name) -> {
            action.run();
            return Result.MATCH;
        };
    }

    @Override
    public CurlCode whenItThrows() {
        return CurlCode.REMOTE_FILE_NOT_FOUND;
    }

    @Override
    public void prepare(Easy easy) {
        wildcard(easy, "*");
    }

    @Override
    public void addBystanders(Easy easy, Bystanders bystanders) {
        RepeatedCallbackContract.super.addBystanders(easy, bystanders);
        easy.set(CHUNK_BGN_FUNCTION, (file, remaining) -> {
            bystanders.called("CHUNK_BGN");
            return null;
        });
    }

    private static FnmatchCallback only(String wanted) {
        return (pattern, name) -> Result.of(name.equals(wanted));
    }

    @Test
    void isAskedAboutEveryNameWithThePatternOfTheUrl() throws IOException {
        List<String> questions = new ArrayList<>();
        try (Easy easy = wildcard(new Easy(), "no*such")) {
            easy.set(FNMATCH_FUNCTION, (pattern, name) -> {
                questions.add(pattern + " ~ " + name);
                return Result.of(name.startsWith("a"));
            });
            assertEquals(List.of("alpha"), eventsOf(easy));
        }
        Collections.sort(questions);
        assertEquals(List.of("no*such ~ a.txt", "no*such ~ b.txt", "no*such ~ c.log", "no*such ~ sub.txt"), questions);
    }

    @Test
    void matchAndNomatchDecide(Easy easy) throws IOException {
        wildcard(easy, "*.txt");
        easy.set(FNMATCH_FUNCTION, (pattern, name) -> name.equals("c.log") ? Result.MATCH : Result.NOMATCH);
        assertEquals(List.of("gamma"), eventsOf(easy));
    }

    @Test
    void failCountsAsNoMatchAndTheOthersAreTransferred(Easy easy) throws IOException {
        wildcard(easy, "*");
        easy.set(FNMATCH_FUNCTION, (pattern, name) -> name.equals("a.txt") ? Result.MATCH : Result.FAIL);
        assertEquals(List.of("alpha"), eventsOf(easy));
    }

    @ParameterizedTest
    @EnumSource(names = {"NOMATCH", "FAIL"})
    void nothingMatchedIsRemoteFileNotFound(Result result, Easy easy) {
        wildcard(easy, "*");
        easy.set(FNMATCH_FUNCTION, (pattern, name) -> result);
        CurlException e = assertThrows(CurlException.class, easy::perform);
        assertEquals(CurlCode.REMOTE_FILE_NOT_FOUND, e.code());
        assertEquals(List.of(), events);
    }

    @Test
    void nullIsRefusedByName(Easy easy) {
        wildcard(easy, "*");
        easy.set(FNMATCH_FUNCTION, (pattern, name) -> null);
        CallbackException e = assertThrows(CallbackException.class, easy::perform);
        assertEquals(CurlCode.REMOTE_FILE_NOT_FOUND, e.code());
        NullPointerException cause = assertInstanceOf(NullPointerException.class, e.getCause());
        assertTrue(cause.getMessage().contains("FNMATCH_FUNCTION returned null"), cause::getMessage);
    }

    @Test
    void whatItThrowsAfterAMatchStopsTheNextCallback() throws Exception {
        Exploding.check(CurlCode.WRITE_ERROR, (easy, exploding) -> {
            List<String> asked = new ArrayList<>();
            wildcard(easy, "*").set(FNMATCH_FUNCTION, (pattern, name) -> {
                asked.add(name);
                return asked.contains("a.txt") && !name.equals("a.txt")
                        ? exploding.explode()
                        : Result.of(name.equals("a.txt"));
            });
        });
        assertEquals(List.of(), events);
    }

    @Test
    void unsetMatchesAsLibcurlDoes(Easy easy) throws IOException {
        wildcard(easy, "*.log");
        easy.set(FNMATCH_FUNCTION, only("a.txt")).unset(FNMATCH_FUNCTION);
        assertEquals(List.of("gamma"), eventsOf(easy));
    }

    @Test
    void canBeReplacedFromInsideItself(Easy easy) throws IOException {
        wildcard(easy, "*");
        easy.set(FNMATCH_FUNCTION, (pattern, name) -> {
            events.add("first");
            easy.set(FNMATCH_FUNCTION, only("no such file")).set(FNMATCH_FUNCTION, (same, next) -> {
                events.add("second");
                return Result.of(next.equals("c.log"));
            });
            return Result.of(name.equals("c.log"));
        });
        assertEquals(List.of("first", "second", "second", "second", "gamma"), eventsOf(easy));
    }

    /** While a listing is read, libcurl has a write function of its own in the place of ours. */
    @Test
    void aDuplicateMadeInsideItWorks() throws IOException {
        List<Easy> copies = new ArrayList<>();
        try (Easy easy = wildcard(new Easy(), "*")) {
            easy.set(FNMATCH_FUNCTION, (pattern, name) -> {
                if (copies.isEmpty()) {
                    copies.add(easy.duplicate());
                }
                return Result.of(name.equals("a.txt"));
            });
            assertEquals(List.of("alpha"), eventsOf(easy));
        }
        try (Easy copy = copies.getFirst()) {
            copy.set(FNMATCH_FUNCTION, only("b.txt"));
            assertEquals(List.of("beta"), eventsOf(copy));
        }
    }

    /** The write function that libcurl lists by stays where it is when that fails. */
    @Test
    void aHandleThatFailedWhileListingIsStillGood(Easy easy) throws IOException {
        wildcard(easy, "*");
        easy.set(HEADERFUNCTION, line -> {
            if (new String(line).startsWith("150")) {
                throw new IllegalStateException("the listing begins");
            }
        });
        assertThrows(CallbackException.class, easy::perform);
        easy.unset(HEADERFUNCTION).set(WILDCARDMATCH, false).set(URL, peer.url("/b.txt"));
        assertEquals(List.of("beta"), eventsOf(easy));
    }
}
