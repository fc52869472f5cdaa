package io.github.curlffm.mime;

import static io.github.curlffm.MimePart.UNKNOWN_SIZE;
import static io.github.curlffm.mime.MimeTransfers.giving;
import static io.github.curlffm.option.Option.FOLLOWLOCATION;
import static io.github.curlffm.option.Option.HTTPAUTH;
import static io.github.curlffm.option.Option.MIMEPOST;
import static io.github.curlffm.option.Option.URL;
import static io.github.curlffm.option.Option.USERPWD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.curlffm.CallbackException;
import io.github.curlffm.CurlCode;
import io.github.curlffm.Easy;
import io.github.curlffm.Mime;
import io.github.curlffm.MimePart;
import io.github.curlffm.callback.SeekCallback;
import io.github.curlffm.callback.SeekCallback.Result;
import io.github.curlffm.mime.MimeTransfers.Source;
import io.github.curlffm.option.Auth;
import io.github.curlffm.testing.Bystanders;
import io.github.curlffm.testing.Exploding;
import io.github.curlffm.testing.Needs;
import io.github.curlffm.testing.Perform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The callback that takes the data of a MIME part back to the beginning. */
class MimeSeekCallbackTest {

    private final MimeTransfers transfers = new MimeTransfers();

    private MimePart redirected(Easy easy) {
        return transfers.part(easy.set(FOLLOWLOCATION, true), "/moved");
    }

    private void assertArrived(String text) {
        assertEquals(text, transfers.peer.take().part().text());
    }

    private static MimePart seeking(MimePart part, SeekCallback seek) {
        return part.data(giving("text"), UNKNOWN_SIZE, seek, null);
    }

    @ParameterizedTest
    @ValueSource(longs = {UNKNOWN_SIZE, 4})
    void isAskedForTheBeginningWhenTheFormIsSentAgain(long size) throws IOException {
        Source source = new Source("text");
        try (Easy easy = new Easy()) {
            redirected(easy).data(source.read(), size, source.seek(), null);
            easy.perform();
        }
        assertEquals(List.of("0 SET"), source.seeks);
        assertArrived("text");
        assertArrived("text");
    }

    @Test
    void isAskedWhenALoginFollows() throws IOException {
        Source source = new Source("secret");
        try (Easy easy = new Easy()) {
            source.fill(transfers.part(easy, "/login"));
            easy.set(USERPWD, "me:pass")
                    .set(HTTPAUTH, Set.of(Auth.BASIC, Auth.DIGEST))
                    .perform();
        }
        assertEquals(List.of("0 SET"), source.seeks);
        assertArrived("secret");
        assertArrived("secret");
    }

    @Test
    void isAskedForEachTransferAfterTheFirst(Easy easy) throws IOException {
        Source source = new Source("again");
        source.fill(transfers.part(easy, "/"));
        for (int i = 0; i < 3; i++) {
            easy.perform();
            assertArrived("again");
            assertEquals(i, source.seeks.size());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Result.class, mode = Mode.EXCLUDE, names = "OK")
    void refusalEndsTheTransfer(Result refusal, Easy easy) {
        seeking(redirected(easy), (offset, origin) -> refusal);
        Perform.failsWith(CurlCode.SEND_FAIL_REWIND, easy);
    }

    @Test
    void withoutItTheTransferEnds(Easy easy) {
        seeking(redirected(easy), null);
        Perform.failsWith(CurlCode.SEND_FAIL_REWIND, easy);
    }

    @Test
    void nothingIsNoAnswer(Easy easy) {
        seeking(redirected(easy), (offset, origin) -> null);
        Perform.turnsDown(NullPointerException.class, "null", easy);
    }

    @Test
    void whatItThrowsReachesTheCaller() throws Exception {
        Exploding.check(
                CurlCode.SEND_FAIL_REWIND,
                (easy, exploding) -> seeking(redirected(easy), (offset, origin) -> exploding.explode()));
    }

    @Test
    void noOtherCallbackRunsAfterItHasThrown() throws Exception {
        Bystanders.checkNoneRunsAfter((easy, bystanders) -> {
            Mime mime = transfers.mime(easy);
            seeking(mime.addPart(), (offset, origin) -> bystanders.explode());
            seeking(mime.addPart(), (offset, origin) -> {
                bystanders.called("the next part's SEEK");
                return Result.OK;
            });
            easy.set(URL, transfers.peer.url("/moved"))
                    .set(FOLLOWLOCATION, true)
                    .set(MIMEPOST, mime);
        });
    }

    /** From 8.7.0 on libcurl goes back already when a structure that was sent becomes a part of another. */
    @Test
    void whatItThrowsOutsideOfATransferReachesTheCallerToo(Easy easy) throws IOException {
        Needs.libcurl("8.7.0");
        RuntimeException thrown = new IllegalStateException("thrown");
        SeekCallback seek = (offset, origin) -> {
            throw thrown;
        };
        Mime sent = transfers.mime(transfers.prepare(easy, "/"));
        seeking(sent.addPart().name("part"), seek);
        easy.set(MIMEPOST, sent).perform();
        easy.unset(MIMEPOST);
        MimePart outer = transfers.mime(easy).addPart();
        for (Runnable again : List.<Runnable>of(() -> outer.subparts(sent), () -> easy.set(MIMEPOST, sent))) {
            UncheckedIOException e = assertThrows(UncheckedIOException.class, again::run);
            assertSame(thrown, ((CallbackException) e.getCause()).getCause());
        }
        transfers.part(easy, "/").data("nothing is pending");
        easy.perform();
    }

    @Test
    void isReplacedWithTheData() throws IOException {
        List<String> calls = new ArrayList<>();
        Source source = new Source("new");
        try (Easy easy = new Easy()) {
            MimePart part = redirected(easy);
            seeking(part, (offset, origin) -> {
                calls.add("called");
                return Result.OK;
            });
            source.fill(part);
            easy.perform();
        }
        assertEquals(List.of(), calls);
        assertEquals(List.of("0 SET"), source.seeks);
    }

    @Test
    void aDuplicateCallsItToo() throws IOException {
        Source source = new Source("copied");
        try (Easy easy = new Easy()) {
            source.fill(redirected(easy));
            try (Easy copy = easy.duplicate()) {
                easy.close();
                copy.perform();
            }
        }
        assertEquals(List.of("0 SET"), source.seeks);
        assertArrived("copied");
        assertArrived("copied");
    }

    @Test
    void filesChannelsBytesAndSubpartsGoBackByThemselves(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "..file");
        try (Easy easy = new Easy();
                FileChannel channel = FileChannel.open(file).position(2)) {
            Mime inner = transfers.mime(easy);
            inner.addPart().name("file").file(file);
            inner.addPart().name("channel").channel(channel);
            redirected(easy).subparts(inner);
            easy.perform();
        }
        for (String time : List.of("first", "second")) {
            List<String> texts = transfers.peer.take().part().parts().stream()
                    .map(part -> part.text())
                    .toList();
            assertEquals(List.of("..file", "file"), texts, time);
        }
    }

    @Test
    void aStreamCannotGoBack(Easy easy) {
        redirected(easy).stream(new ByteArrayInputStream(MimeTransfers.bytes("stream")));
        Perform.failsWith(CurlCode.SEND_FAIL_REWIND, easy);
    }

    @Test
    void aTransferThatWasAbortedCanBeTriedAgain() throws IOException {
        Source source = new Source("second try");
        List<String> calls = new ArrayList<>();
        try (Easy easy = new Easy()) {
            transfers
                    .part(easy, "/")
                    .data(
                            buffer -> {
                                calls.add("read");
                                if (calls.size() == 1) {
                                    throw new IOException("no luck");
                                }
                                return source.read().read(buffer);
                            },
                            UNKNOWN_SIZE,
                            source.seek(),
                            null);
            assertThrows(CallbackException.class, easy::perform);
            easy.perform();
        }
        assertArrived("second try");
        assertEquals(List.of("0 SET"), source.seeks);
    }
}
